import { expect, test } from './fixture.ts';

const status = 'status';

test('a word leads to the article about it, and stays in the address', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('searchbox').fill('pooler');
  await expect(page.getByRole(status)).toHaveText(/^\d+ pages about “pooler”\.$/);
  await expect(page).toHaveURL(/\?q=pooler$/);
  const results = page.getByRole('region', { name: 'Results' });
  await expect(results.locator('mark').first()).toHaveText(/pooler/i);
  await results.getByRole('link', { name: /^Sixty slots/ }).click();
  await expect(page).toHaveURL(/\/scaling-issues\/connections\/$/);
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('pooler');
  await expect(page.getByRole(status)).toHaveText(/“pooler”/);
});

test('it is worked by keyboard alone, from the header on', async ({ page, isMobile }) => {
  await page.goto('/privacy/');
  if (isMobile) await page.getByRole('button', { name: 'Menu' }).press('Enter');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).press('Enter');
  await page.getByRole('searchbox').press('i');
  await page.keyboard.type('ndex');
  await page.keyboard.press('Enter');
  await expect(page.getByRole(status)).toHaveText(/pages about “index”/);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
  await page.keyboard.press('Tab');
  const first = page.getByRole('region', { name: 'Results' }).getByRole('link').first();
  await expect(first).toBeFocused();
});

test('rules of the scan, the method and the help for an app that is down are found too', async ({
  page,
}) => {
  for (const [term, path] of [
    ['row-level security', '/scan/rules/'],
    ['predicted', '/method/'],
    ['mailbox', '/down/'],
  ] as const) {
    await page.goto(`/search/?q=${encodeURIComponent(term)}`);
    await expect(page.getByRole(status)).toHaveText(new RegExp(`“${term}”`));
    const more = page.getByRole('button', { name: 'Show more' });
    while (await more.isVisible()) await more.click();
    await expect(page.locator(`.search-title a[href="${path}"]`)).toBeVisible();
  }
});

test('a word that stands nowhere is said to, with what to do', async ({ page }) => {
  await page.goto('/search/?q=xylophonist');
  await expect(page.getByRole(status)).toHaveText(/^Nothing about “xylophonist”\. Try one word/);
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole(status)).toHaveText(/^Type a word/);
  await expect(page).toHaveURL(/\/search\/$/);
});

test('a search that cannot be loaded says so, and works once it can', async ({ page, allow }) => {
  allow.push(/pagefind|ERR_FAILED/);
  await page.route('**/pagefind/pagefind.js', (route) => route.abort());
  await page.goto('/search/?q=index');
  await expect(page.getByRole(status)).toHaveText(/could not be loaded/);
  await expect(page.getByRole('main').getByRole('link', { name: 'all articles' })).toBeVisible();
});

test('what she types is never taken for HTML', async ({ page }) => {
  await page.goto(`/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect(page.getByRole(status)).toContainText('<img src=x');
  await expect(page.locator('main img')).toHaveCount(0);
});

test('results fit a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/search/?q=connections');
  await expect(page.getByRole(status)).toHaveText(/“connections”/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search says so and leads to the list of articles', async ({ page }) => {
    await page.goto('/search/');
    const told = page.locator('noscript p');
    await expect(told).toBeVisible();
    await expect(told).toContainText('The search needs JavaScript.');
    await told.getByRole('link', { name: 'all articles' }).click();
    await expect(page.getByRole('heading', { name: 'All articles' })).toBeInViewport();
  });
});
