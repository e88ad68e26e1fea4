import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { onPath } from '#src/quiz/path.ts';
import { cheapest } from '#src/report/cheapest.ts';
import { toFragment } from '#src/report/link.ts';
import { makeReport } from '#src/report/make.ts';
import { scenarioOf } from '#src/report/scenario.ts';
import { scenarioSentence } from '#src/report/scenario-words.ts';
import { sentence } from '#src/report/words.ts';
import { bubbler, engineer, founder } from '#test/report/personas.ts';
import { expect, test } from './fixture.ts';

const address = (answers = founder) => `/report/#${toFragment(answers)}`;
const outcome = (page: Page) => page.getByRole('status').filter({ hasText: /repairs? it / });

test('switches move the sentence, the curve and the cost, and the link keeps them', async ({
  page,
}) => {
  const report = makeReport(onPath(founder));
  await page.goto(address());
  await expect(outcome(page)).toContainText(scenarioSentence(report, scenarioOf(report)));
  await page.getByRole('button', { name: 'All off' }).click();
  await expect(outcome(page)).toContainText(scenarioSentence(report, scenarioOf(report, [])));
  await expect(page.locator('.ruler-curve-repaired')).toHaveCount(0);

  await page.getByRole('switch').first().click();
  const one = scenarioOf(
    report,
    report.plan.slice(0, 1).map(({ repair }) => repair),
  );
  await expect(outcome(page)).toContainText(scenarioSentence(report, one));
  await expect(outcome(page)).toContainText(/take an engineer .* day/);
  await expect(page.locator('.curve .ruler-curve-repaired')).toHaveCount(1);

  await page.reload();
  await expect(outcome(page)).toContainText(scenarioSentence(report, one));
  await expect(page.getByRole('switch').first()).toBeChecked();
  await expect(page.getByRole('switch').last()).not.toBeChecked();
});

test('one button finds the cheapest set that reaches the target, which can be changed', async ({
  page,
}) => {
  await page.goto(address(engineer));
  await page.getByRole('radio', { name: '10,000 at once' }).check({ force: true });
  const report = makeReport(onPath({ ...engineer, target: '10000' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence(report));
  await page.getByRole('button', { name: 'Cheapest set that reaches 10,000' }).click();
  const best = cheapest(report) ?? [];
  await expect(outcome(page)).toContainText(scenarioSentence(report, scenarioOf(report, best)));
  await expect(page.getByRole('switch', { checked: true })).toHaveCount(best.length);
  expect(page.url()).toContain('target=10000');
});

test('the switches are worked with the keyboard alone', async ({ page }) => {
  await page.goto(address());
  const first = page.getByRole('switch').first();
  await first.focus();
  await page.keyboard.press('Space');
  await expect(first).not.toBeChecked();
  await expect(first).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('switch').nth(1)).toBeFocused();
});

test('a defect hands out a text for the tool and a proof, to be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address());
  await page.getByText('Repair: Index what you filter and sort by').click();
  await expect(page.getByRole('heading', { name: 'Paste this into Lovable' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('This app is built with Lovable and keeps its data in Supabase.');
  await expect(page.getByText('from pg_stat_user_tables')).toBeVisible();
});

test('the report is copied as Markdown; where the browser forbids it, it stands there', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('NotAllowedError')) },
    });
  });
  await page.goto(address(bubbler));
  await page.getByRole('button', { name: 'Copy for a developer' }).click();
  const box = page.getByLabel('Copy this text (Markdown)');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(/^# Gives at .*\n\n[\s\S]*## Defects/);
});

test('an earlier report of the device stands beside this one, until it is forgotten', async ({
  page,
}) => {
  const visit = async (answers: typeof founder) => {
    await page.goto('/privacy/');
    await page.evaluate((given) => {
      localStorage.setItem('loadworthy.quiz', JSON.stringify({ version: 1, answers: given }));
    }, answers);
    await page.goto('/report/');
    await expect(page.getByRole('heading', { name: 'What the repairs bring' })).toBeVisible();
    await page.waitForFunction(() => localStorage.getItem('loadworthy.reports') !== null);
  };
  const title = page.getByRole('heading', { name: 'Before and after' });
  await visit(founder);
  await expect(title).toBeHidden();
  await visit({ ...founder, indexes: 'yes' });
  await expect(title).toBeVisible();
  await expect(page.getByRole('row', { name: /Rated load/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Repaired since' })).toBeVisible();
  await page.getByRole('button', { name: 'Forget the earlier ones' }).click();
  await expect(title).toBeHidden();
});

test('the agenda goes along with the booking as its note', async ({ page }) => {
  await page.goto(address());
  await page.getByText('The agenda, made from this report').click();
  await expect(page.getByRole('heading', { name: 'To settle' })).toBeVisible();
  await page
    .getByRole('radio', { name: /^\d\d:\d\d/ })
    .first()
    .check({ force: true });
  await expect(page.getByLabel('What would you like to settle?')).toHaveValue(/^1\. .* 3\. /);
});

for (const [who, answers] of Object.entries({
  founder,
  bubbler,
  engineer,
  nobody: { builder: 'code', backend: 'supabase' } as const,
})) {
  test(`printed, the report of the ${who} is a certificate of one page`, async ({ page }) => {
    await page.goto(address(answers));
    await expect(page.locator('.certificate')).toHaveCount(1);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Inspection certificate')).toBeVisible();
    await expect(page.getByText('What the repairs bring')).toBeHidden();
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with all of it opened in ${colorScheme} there is nothing that axe objects to`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(address());
    await expect(page.getByRole('switch').first()).toBeVisible();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expect(page.getByText('Loading…')).toHaveCount(0);
    await expect(page.getByRole('radio', { name: /^\d\d:\d\d/ }).first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
}

test('a report with all of it opened fits a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(address());
  await expect(page.getByRole('switch').first()).toBeVisible();
  for (const summary of await page.locator('summary').all()) await summary.click();
  await expect(page.getByText('Loading…')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
