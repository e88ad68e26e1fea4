import type { Answers } from '#src/quiz/answers.ts';
import { fromFragment } from '#src/report/link.ts';
import { makeReport } from '#src/report/make.ts';
import { firstToGive } from '#src/report/words.ts';
import { bubbler, engineer, founder } from '#test/report/personas.ts';
import { expect, test } from './fixture.ts';
import { takeQuiz } from './quiz.ts';

interface Person {
  readonly answers: Answers;
  /** Words that have no place in her quiz and report. */
  readonly foreign: RegExp;
}

const people: Readonly<Record<string, Person>> = {
  'a Lovable founder who knows nothing': {
    answers: founder,
    foreign: /firebase|firestore|bubble|vercel|replit|prisma|pgbouncer|neon\b/i,
  },
  'a Bubble founder with 30,000 users a month': {
    answers: bubbler,
    foreign: /\bSQL|supabase|firebase|firestore|postgres|prisma|row-level|lovable/i,
  },
  'an engineer with Next.js, Prisma and Postgres': {
    answers: engineer,
    foreign: /firebase|firestore|bubble|lovable|workload unit/i,
  },
};

/** What a page says to one visitor: its main part, without the cards of the tools and databases. */
const said = (page: import('@playwright/test').Page) => page.getByRole('main').innerText();

for (const [name, { answers, foreign }] of Object.entries(people)) {
  test(`${name} is told only what fits her app`, async ({ page }) => {
    const words: string[] = [];
    const asked = await takeQuiz(page, answers as Record<string, string>, async ({ id }) => {
      if (id === 'builder' || id === 'backend') return;
      const lookUp = page.getByText('Look it up in 60 seconds');
      if (await lookUp.isVisible()) {
        await lookUp.click();
        await expect(page.locator('.look-up-text p').first()).not.toHaveText('One moment…');
      }
      words.push(await said(page));
    });
    expect(asked.length).toBeGreaterThanOrEqual(8);
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(words.join('\n').match(foreign)?.[0]).toBeUndefined();

    const linked = fromFragment(new URL(page.url()).hash);
    if (!linked.ok) throw new Error(linked.message);
    const report = makeReport(linked.answers);
    const first = firstToGive(report) ?? '';
    await expect(page.getByRole('main')).toContainText(first);
    expect(report.plan.length).toBeGreaterThan(0);
    expect((await said(page)).match(foreign)?.[0]).toBeUndefined();
  });
}

test('each of the three has something else that gives first', () => {
  const firsts = Object.values(people).map(({ answers }) => makeReport(answers).gives[0]?.resource);
  expect(new Set(firsts).size).toBe(3);
});

test('a screen reader meets question, help, answers and ways on, in this order', async ({
  page,
}) => {
  await page.goto('/quiz/');
  await expect(page.getByText('A tap on an answer moves on.')).toBeVisible();
  await page.getByText('Lovable', { exact: true }).click();
  await expect(page.getByRole('heading', { name: /Which Supabase plan/ })).toBeFocused();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Rate your app" [level=1]
      - paragraph: /^Question 2 of 12/
      - group "Which Supabase plan or compute size?":
        - heading "Which Supabase plan or compute size?" [level=2]
        - paragraph
        - group: Look it up in 60 seconds
        - radio /^Free/
        - text: /^Free/
        - radio /^I don’t know/
      - button "Continue"
      - button "Back"
  `);
  const band = page.getByRole('region', { name: 'Rated load so far' });
  await expect(band.getByRole('img', { name: /^Rated load so far: between/ })).toBeVisible();
});
