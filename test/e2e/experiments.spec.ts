import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

const bench = '/scaling-issues/experiments/';

const card = (page: Page, slug: string) => page.locator(`[data-experiment="${slug}"]`);
const index = (page: Page) => card(page, 'index-or-none');
/** Few rows, so that a run takes a moment only. */
const fewRows = (page: Page) => index(page).getByRole('slider').fill('1');
const setting = (page: Page) => index(page).locator('[data-setting]');
const run = /^Run (it here|again)$/;

/** Longer than any run here takes on a busy machine, the start of PostgreSQL included. */
const patient = { timeout: 90_000 };

test.describe.configure({ timeout: 120_000 });
test.beforeEach(async ({ page }) => {
  await page.goto(bench);
});

test('fetches nothing but a starter within the page until the reader begins', async ({ page }) => {
  const sent = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => !/\.(css|woff2|svg)$/.test(path)),
  );
  expect(sent).toEqual([]);
  await expect(index(page).getByText('Recorded run', { exact: true })).toBeVisible();
});

test('runs on a real PostgreSQL in the tab, and again', async ({ page }) => {
  await fewRows(page);
  const own = index(page).getByText('Your run', { exact: true });
  const worker = page.waitForResponse(/\/worker-[^/]+\.js$/);
  await index(page).getByRole('button', { name: run }).click();
  await expect(index(page).getByRole('progressbar')).toBeVisible();
  const policy = await (await worker).headerValue('content-security-policy');
  expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
  await expect(index(page).getByRole('status')).toContainText('This is your own run', patient);
  await expect(own).toBeVisible();
  await expect(setting(page)).toHaveText('3,000 orders');
  await index(page).getByText('How PostgreSQL went about it').click();
  await expect(index(page).getByText('Seq Scan on orders')).toBeVisible();

  await index(page).getByRole('slider').fill('2');
  await expect(index(page).getByText('Recorded run', { exact: true })).toBeVisible();
  await index(page).getByRole('button', { name: 'Run again' }).click();
  await expect(own).toBeVisible(patient);
  await expect(setting(page)).toHaveText('10,000 orders');
});

test('is cancelled by keyboard, and can be run after that', async ({ page }) => {
  await fewRows(page);
  const button = index(page).getByRole('button', { name: run });
  await button.focus();
  await page.keyboard.press('Enter');
  const cancel = index(page).getByRole('button', { name: 'Cancel' });
  await cancel.focus();
  await page.keyboard.press('Enter');
  await expect(index(page).getByRole('status')).toHaveText(/Stopped. Nothing was kept./);
  await expect(cancel).toBeHidden();
  await expect(button).toBeFocused();
  await expect(index(page).getByText('Recorded run', { exact: true })).toBeVisible();
  expect(page.workers()).toHaveLength(0);
  await page.keyboard.press('Enter');
  await expect(index(page).getByText('Your run', { exact: true })).toBeVisible(patient);
});

test('lets experiments take turns', async ({ page }) => {
  await fewRows(page);
  const other = card(page, 'all-rows-or-a-page');
  await other.getByRole('slider').fill('0');
  await index(page).getByRole('button', { name: run }).click();
  await other.getByRole('button', { name: run }).click();
  await expect(other.getByText('Waiting for the other experiment')).toBeVisible();
  expect(page.workers().length).toBeLessThanOrEqual(1);
  await expect(other.getByText('Your run', { exact: true })).toBeVisible(patient);
  await expect(index(page).getByText('Your run', { exact: true })).toBeVisible();
});

test('shows the recorded run of a setting before anything is run', async ({ page }) => {
  await index(page).getByRole('slider').fill('6');
  await expect(setting(page)).toHaveText('1,000,000 orders');
  await expect(index(page).getByText('Recorded run', { exact: true })).toBeVisible();
});

test('plays a simulation through at every move of a control', async ({ page }) => {
  const slots = card(page, 'slots-and-pool');
  await slots.getByRole('radio', { name: /an AI answer/ }).check();
  await expect(slots.getByText('5 s of waiting in each')).toBeVisible();
  await expect(slots.getByText(/Little’s law/)).toBeVisible();
  const before = await slots.locator('[data-curve="pool"] path').getAttribute('d');
  await slots.getByRole('button', { name: run }).click();
  await expect(slots.locator('[data-curve="pool"] path')).not.toHaveAttribute('d', before ?? '');
});

test.describe('where it cannot run', () => {
  test('says so and shows the recorded run on a device without WebAssembly', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await page.reload();
    await index(page).getByRole('button', { name: run }).click();
    await expect(index(page).getByRole('status')).toHaveText(
      /does not run WebAssembly. What you see is the recorded run./,
    );
    await expect(index(page).getByText('Recorded run', { exact: true })).toBeVisible();
  });

  test('says so on a device with too little memory', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'deviceMemory', { get: () => 1 }),
    );
    await page.reload();
    await index(page).getByRole('button', { name: run }).click();
    await expect(index(page).getByRole('status')).toContainText('too little memory');
  });

  test.describe('because the line broke', () => {
    test.use({ allow: [/Failed to load resource/] });

    test('says so, and runs when it is back', async ({ page }) => {
      await page.route('**/*.wasm', (route) => route.abort());
      await fewRows(page);
      await index(page).getByRole('button', { name: run }).click();
      await expect(index(page).getByRole('status')).toHaveText(
        /could not run here.*recorded run/,
        patient,
      );
      await page.unroute('**/*.wasm');
      await index(page).getByRole('button', { name: run }).click();
      await expect(index(page).getByText('Your run', { exact: true })).toBeVisible(patient);
    });
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('reads as the recorded run, with no button that does nothing', async ({ page }) => {
    await expect(index(page).getByRole('button')).toHaveCount(0);
    await expect(index(page).getByRole('slider')).toHaveCount(0);
    await index(page).getByText('All recorded runs').click();
    await expect(
      index(page).getByRole('row', { name: /^1,000,000 orders \d+ ms 0\.\d+ ms$/ }),
    ).toBeVisible();
  });
});

test('keeps every promise that can be kept in a tab', async ({ page }, { project }) => {
  test.skip(project.name !== 'desktop', 'The same engine; once is enough');
  test.setTimeout(300_000);
  for (const slug of await page
    .locator('[data-experiment]')
    .evaluateAll((cards) => cards.map((one) => one.getAttribute('data-experiment') ?? ''))) {
    await card(page, slug).getByRole('button', { name: run }).click();
    await expect(card(page, slug)).toHaveAttribute('data-state', 'done', patient);
    await expect(card(page, slug).getByText(/^(Your run|Played through)$/)).toBeVisible();
  }
});
