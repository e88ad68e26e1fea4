import { expect, test } from './fixture.ts';

const path = '/scaling-issues/indexes/';

test('a block of code is copied by keyboard, as it stands there, and says so', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  const block = page.locator('.code-block').first();
  const button = block.getByRole('button', { name: 'Copy' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(block.getByRole('button')).toHaveText('Copied');
  await expect(block.locator('[aria-live="polite"]')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await block.locator('pre').textContent());
  await expect(block.getByRole('button')).toHaveText('Copy');
});

test('every block has one', async ({ page }) => {
  await page.goto(path);
  const blocks = await page.locator('.prose pre.code').count();
  expect(blocks).toBeGreaterThan(1);
  await expect(page.locator('.prose').getByRole('button', { name: 'Copy' })).toHaveCount(blocks);
});

test('a browser that does not let a page copy says what to do', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await page.goto(path);
  const button = page.locator('.code-block').first().getByRole('button');
  await button.click();
  await expect(button).toHaveText('Select the code and copy it');
});

test('the buttons come without moving anything', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(path);
  await expect(page.locator('.code-copy').first()).toBeAttached();
  await page.waitForLoadState('networkidle');
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBe(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('code is shown with its language and without a button that does nothing', async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.locator('.code-bar').first()).toHaveText('SQL');
    await expect(page.locator('.prose .code-block').getByRole('button')).toHaveCount(0);
  });
});

test('on paper, code is whole and has no button', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await page.goto(path);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.code-bar').first()).toBeHidden();
  const cut = await page
    .locator('.prose pre.code')
    .evaluateAll((all) => all.filter((pre) => pre.scrollWidth > pre.clientWidth + 1).length);
  expect(cut).toBe(0);
});
