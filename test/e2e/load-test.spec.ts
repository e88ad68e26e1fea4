import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { onPath } from '#src/quiz/path.ts';
import { toFragment } from '#src/report/link.ts';
import { makeReport } from '#src/report/make.ts';
import { atOnce, sentence } from '#src/report/words.ts';
import { founder } from '#test/report/personas.ts';
import { expect, test } from './fixture.ts';

const HOST = 'abcdefghij.supabase.co';
const level = (users: number, p95: number) => ({ users, screens: 40, p95, failed: 0 });
const result = {
  loadworthy: 1,
  host: HOST,
  levels: [level(1, 300), level(4, 900), level(8, 4_200)],
  entries: 1_000,
  bytes: 90_000,
  cached: null,
};
const measured = { ...founder, list: 'all' } as const;

/** The page with the founder's answers, once its buttons work. */
async function open(page: Page, answers = founder) {
  await page.goto(`/load-test/#${toFragment(onPath(answers))}`);
  await expect(page.getByText(/Made from your \d+ answers/)).toBeVisible();
}

async function make(page: Page, host = HOST, again = host) {
  await page.getByLabel('Address of your app').fill(host);
  await page.getByLabel('The same address again').fill(again);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Make the script' }).click();
}

async function paste(page: Page, text: string) {
  await page.getByLabel('What the test wrote').fill(text);
  await page.getByRole('button', { name: 'Read the result' }).click();
}

test('from the report she comes to a script for her own app, to copy or to keep', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/report/#${toFragment(onPath(founder))}`);
  await page.getByRole('link', { name: /Test it yourself, with a script/ }).click();
  await expect(page).toHaveURL(/\/load-test\/#v=1/);
  await expect(page.getByLabel('What one screen asks for')).toHaveValue(/^\/rest\/v1\//);

  await make(page);
  await expect(page.getByRole('heading', { name: `Your script for ${HOST}` })).toBeFocused();
  await expect(page.getByText(/at most \d+ requests? a second/)).toBeVisible();
  await page.getByRole('button', { name: 'Copy the script' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`const HOST = "${HOST}"`);
  expect(copied).toContain('ramping-vus');

  const kept = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download loadtest.js' }).click();
  const file = await kept;
  expect(file.suggestedFilename()).toBe('loadtest.js');
  expect(await readFile(await file.path(), 'utf8')).toBe(copied);
  await expect(page.getByRole('group', { name: 'The command' })).toContainText(
    `k6 run -e HOST=${HOST} -e APIKEY=`,
  );
});

test('an address that is typed once, or is not hers, makes no script, and nothing typed is lost', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Make the script' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([
    /Enter the address of your app/,
    /Tick the box/,
  ]);
  await make(page, 'my-app.com', 'my-ap.com');
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([/Type the same address/]);
  await expect(page.getByLabel('Address of your app')).toHaveValue('my-app.com');
  await expect(page.getByLabel('The same address again')).toHaveValue('my-ap.com');
  await make(page, 'shop.vercel.app');
  await expect(page.getByRole('alert')).toContainText('Test the database behind it');
  await expect(page.getByRole('heading', { name: /Your script/ })).toHaveCount(0);
  await make(page, 'my-app.com');
  await expect(page.getByRole('heading', { name: 'Your script for my-app.com' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a pasted result rates the app anew, and the report says that it is measured', async ({
  page,
}) => {
  const [before, now] = [makeReport(onPath(founder)), makeReport(onPath(measured))];
  expect(sentence(now)).not.toBe(sentence(before));
  await page.goto(`/report/#${toFragment(onPath(founder))}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence(before));

  await open(page);
  await paste(page, `running (04m40s)\n\n${JSON.stringify(result)}\n`);
  await expect(page.getByRole('heading', { name: `Measured: ${HOST}` })).toBeFocused();
  await expect(page.getByText('It held 4 users at once and gave at 8.')).toBeVisible();
  await expect(page.getByRole('row', { name: /8 4\.2 s 0% gave/ })).toBeVisible();
  await expect(page.getByText('The longest list had 1,000 entries.')).toBeVisible();
  await expect(
    page.getByText(
      `The rated load was ${atOnce(before.load.likely)}. With what was measured it is`,
    ),
  ).toContainText(atOnce(now.load.likely));

  await page.getByRole('link', { name: 'See the report with it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence(now));
  await expect(page.getByText('held 4, gave at 8')).toBeVisible();
  await expect(page.getByText(/^Measured, not told:/)).toContainText(
    'what does the browser download',
  );
  await expect(
    page.getByText(/^Found in your code, your database or a load test/).first(),
  ).toBeVisible();
});

test('what cannot be read stays in the box, with a sentence that says what to do', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Read the result' }).click();
  await expect(page.getByText('Paste the result into the box first')).toBeVisible();
  await paste(page, 'k6: command not found');
  await expect(page.getByText(/Paste the whole of loadworthy-result\.json/)).toBeVisible();
  await expect(page.getByLabel('What the test wrote')).toHaveValue('k6: command not found');
  await expect(page.getByLabel('What the test wrote')).toBeFocused();
  await paste(page, JSON.stringify({ ...result, levels: [] }));
  await expect(page.getByText(/no screens in it/)).toBeVisible();
});

test('without answers it says so, and fills in what it measured', async ({ page }) => {
  await page.goto('/load-test/');
  await expect(page.getByText('Without answers it goes up to 50 users at once.')).toBeVisible();
  await make(page, 'my-app.com');
  await expect(page.getByText(/and 50 users at once, one after another/)).toBeVisible();
  await paste(page, JSON.stringify(result));
  await page.getByRole('link', { name: 'Answer the rest' }).click();
  const kept = await page.evaluate(
    () => JSON.parse(localStorage.getItem('loadworthy.quiz') ?? '{}').answers,
  );
  expect(kept).toEqual({ list: 'all' });
});

test('with all of it shown it can be used by everybody, at 320 pixels too', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await page.getByRole('button', { name: 'Make the script' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await make(page);
  await expect(page.getByRole('heading', { name: /Your script/ })).toBeVisible();
  await paste(page, JSON.stringify(result));
  await expect(page.getByRole('heading', { name: /^Measured/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
