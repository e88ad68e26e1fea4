import { address, expect, openMail, test } from './fixture.ts';

test.use({ javaScriptEnabled: false });

test('without JavaScript the quiz is one form that mails the report', async ({ page, browser }) => {
  const to = address('nell');
  await page.goto('/quiz/');
  await page
    .getByRole('group', { name: 'What did you build it with?' })
    .getByLabel('Lovable')
    .check({ force: true });
  await page
    .getByRole('group', { name: /biggest table/ })
    .getByLabel('10,000 to 100,000')
    .check({ force: true });
  await page.getByLabel('E-mail address').fill(to);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Mail me the report' }).click();
  await expect(page).toHaveURL(/\/quiz\/sent\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/on its way|sent/i);

  const reader = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  await openMail(reader, to, /users at once|report/i);
  await reader.context().close();
});

test('without JavaScript every page shows its text, and the menu opens', async ({ page }) => {
  await page.goto('/scaling-issues/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Scaling issues in AI-generated apps',
  );
  await page.goto('/report/');
  await page
    .getByRole('main')
    .getByRole('link', { name: /questions as one form/ })
    .click();
  await expect(page).toHaveURL(/\/quiz\/$/);
  for (const path of ['/book/', '/call/', '/load-test/']) {
    await page.goto(path);
    await expect(page.getByRole('main').getByRole('link', { name: /@/ }).first()).toBeVisible();
  }
});
