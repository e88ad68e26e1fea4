import { expect, test } from './fixture.ts';

test.describe('the menu of a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

  test('opens, and closes on Escape, from the keyboard and without a script', async ({ page }) => {
    await page.goto('/privacy/');
    const link = page.getByRole('banner').getByRole('link', { name: 'Scaling issues' });
    await expect(link).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    await expect(link).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(link).toBeHidden();
    await expect(page.getByRole('button', { name: 'Menu' })).toBeFocused();
  });

  test('closes by a tap beside it, and leads where it says', async ({ page }) => {
    await page.goto('/privacy/');
    const menu = page.getByRole('button', { name: 'Menu' });
    const link = page.getByRole('banner').getByRole('link', { name: 'Scaling issues' });
    await menu.click();
    await expect(link).toBeVisible();
    await page.mouse.click(195, 780);
    await expect(link).toBeHidden();
    await menu.click();
    await link.click();
    await expect(page).toHaveURL(/\/scaling-issues\/$/);
  });
});

test('on a wide window the ways stand in the header, without a menu', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/privacy/');
  await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Free call' })).toBeVisible();
});

test('the first stop of the Tab key leads past the header', async ({ page }) => {
  await page.goto('/privacy/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused();
});
