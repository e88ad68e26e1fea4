import { expect, test } from './fixture.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the emergency page has five steps in order, and narrows to what the app runs on', async ({
    page,
  }) => {
    await page.goto('/down/');
    await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: /./ })).toContainText([
      'See whether it is them',
      'Keep what you see',
      'Take back the last change',
      'Take the load off',
      'Make room for a day',
    ]);
    const restart = page.getByText(/Project Settings, General, Restart project/);
    await expect(restart).toBeVisible();
    await page.getByLabel('Bubble').check();
    await expect(restart).toBeHidden();
    await expect(page.getByText(/The Logs tab/)).toBeVisible();
    await page.getByLabel('Supabase').check();
    await expect(restart).toBeVisible();
  });

  test('it can be reached by mail, with what to write', async ({ page }) => {
    await page.goto('/down/');
    const mail = page.getByRole('main').getByRole('link', { name: /^write to/ });
    await expect(mail).toHaveAttribute('href', /^mailto:.+subject=It%20is%20down%20now/);
  });
});

for (const from of ['/', '/quiz/', '/scaling-issues/']) {
  test(`${from} leads to it`, async ({ page }) => {
    await page.goto(from);
    await page
      .getByRole('link', { name: /It is down now|first five things/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/down\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('first five things');
  });
}

test('it offers the next free calls on the page', async ({ page }) => {
  await page.goto('/down/');
  await page.getByRole('heading', { name: 'Talk to an engineer' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('radio', { name: /^\d\d:\d\d/ }).first()).toBeVisible();
});
