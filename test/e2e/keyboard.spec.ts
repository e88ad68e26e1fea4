import { address, expect, openMail, test } from './fixture.ts';
import { founder, shown } from './quiz.ts';

/** Presses Tab until the element that has the focus matches. */
async function tabTo(page: import('@playwright/test').Page, selector: string, most = 80) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} was not reached with ${most} presses of Tab`);
}

test('the whole path goes by keyboard alone', async ({ page }, { project }) => {
  test.skip(project.name === 'phone', 'A phone has no keyboard');
  const to = address('kay');
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /skip/i })).toBeFocused();
  await tabTo(page, 'main a[href="/quiz/"]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/quiz\/$/);
  await expect(page.getByText('A tap on an answer moves on.')).toBeVisible();

  while (!page.url().includes('/report/')) {
    const question = await shown(page);
    await expect(page.getByRole('heading', { name: question.title })).toBeVisible();
    const at = question.options.findIndex(({ value }) => value === founder[question.id]);
    await tabTo(page, 'input[type=radio]');
    await page.keyboard.press(String(at + 1));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: question.title })).toBeHidden();
  }
  await expect(page).toHaveURL(/\/report\/#/);

  await tabTo(page, 'input[type=email]', 160);
  await page.keyboard.type(to);
  await tabTo(page, 'input[type=checkbox]:not([role=switch])');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The report is on its way' })).toBeFocused();

  await tabTo(page, 'input[name="booking-start"]');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, '#booking-name');
  await page.keyboard.type('Kay');
  await tabTo(page, '#booking-email');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your call is booked' })).toBeFocused();
  await openMail(page, to, /call/i);
});

test('Continue without an answer says what to do, and the browser’s Back goes one question back', async ({
  page,
}) => {
  await page.goto('/quiz/');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole('link', { name: /Choose one of the answers/ })).toBeVisible();
  await page.getByText('Lovable', { exact: true }).click();
  await expect(page.getByRole('heading', { name: /Which Supabase plan/ })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'What did you build it with?' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Lovable' })).toBeChecked();
  await page.reload();
  await expect(page.getByText(/saved on this device/i)).toBeVisible();
});
