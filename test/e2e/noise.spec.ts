import AxeBuilder from '@axe-core/playwright';
import { expect, pages, test } from './fixture.ts';

for (const path of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} in ${colorScheme} has nothing that axe objects to`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    });
  }

  test(`${path} fits a screen of 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    const wide = await page.evaluate(() => {
      const { clientWidth } = document.documentElement;
      return [...document.querySelectorAll('body *')]
        .filter((part) => part.getBoundingClientRect().right > clientWidth + 1)
        .filter((part) => !part.closest('pre, table, .scroll, svg, [hidden], .hidden-visually'))
        .map((part) => part.outerHTML.slice(0, 120));
    });
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  });
}

test('an address that does not exist answers with a page that helps', async ({ page, allow }) => {
  allow.push(/404/);
  const answer = await page.goto('/no-such-page/');
  expect(answer?.status()).toBe(404);
  await page
    .getByRole('main')
    .getByRole('link', { name: /rate your app/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/quiz\/$/);
});
