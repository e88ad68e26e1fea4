import type { Page } from '@playwright/test';
import { UNKNOWN } from '#src/quiz/questions.ts';
import { expect, test } from './fixture.ts';
import { founder, isLast, shown, takeQuiz } from './quiz.ts';

const saved = (page: Page, id: string) =>
  page.evaluate(
    (question) => JSON.parse(localStorage.getItem('loadworthy.quiz') ?? '{}').answers?.[question],
    id,
  );

/** Chooses by key, waits until its consequence is known, and goes on. */
async function answer(page: Page, key: string) {
  const { id, title, options } = await shown(page);
  await page.getByRole('radio').first().focus();
  await page.keyboard.press(key);
  await expect.poll(() => saved(page, id)).toBe(options[Number(key) - 1]?.value ?? UNKNOWN);
  await expect(page.getByRole('region', { name: 'Rated load so far' })).toHaveAttribute(
    'aria-busy',
    'false',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: title })).toBeHidden();
}

/** Lovable, the free plan, many rows, 500 at once: today's users change nothing then. */
async function upToTheTarget(page: Page) {
  await page.goto('/quiz/');
  await expect(page.getByText('A tap on an answer moves on.')).toBeVisible();
  for (const key of ['1', '1', '3', '3']) await answer(page, key);
}

const users = '“How many people use it in a month today?”';

test('a question that cannot change the result is left out, and the quiz says so', async ({
  page,
}) => {
  await upToTheTarget(page);
  expect((await shown(page)).id).toBe('list');
  await expect(page.getByText(/^Question 5 of 12/)).toBeVisible();
  await expect(page.getByText(`We did not ask ${users}`)).toBeVisible();
  await expect(page.getByText('No answer would change your result.')).toBeVisible();
});

test('what was left out can be answered from the summary, which comes back', async ({ page }) => {
  await upToTheTarget(page);
  await page.getByRole('button', { name: 'All your answers' }).click();
  await expect(page.getByRole('heading', { name: 'Your answers' })).toBeFocused();
  await expect(
    page.getByRole('heading', { name: 'Not asked: no answer would change your result' }),
  ).toBeVisible();
  await page.getByRole('button', { name: `Answer ${users}` }).click();
  await answer(page, '3');
  await expect(page.getByRole('heading', { name: 'Your answers' })).toBeFocused();
  await expect(page.getByText('100 to 1,000')).toBeVisible();
  await page.getByRole('button', { name: 'Go on with the questions' }).click();
  expect((await shown(page)).id).toBe('list');
});

test('any answer can be changed from the summary, and opens what belongs to it', async ({
  page,
}) => {
  await upToTheTarget(page);
  await page.getByRole('button', { name: 'All your answers' }).click();
  await page.getByRole('button', { name: /Change the answer to “What did you build/ }).click();
  await answer(page, '2');
  await expect(page.getByRole('heading', { name: 'Your answers' })).toBeFocused();
  await expect(page.getByText('Bolt', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Go on with the questions' }).click();
  expect((await shown(page)).id).toBe('backend');
});

test('Back goes over what was left out, and forward again finds the same question', async ({
  page,
}) => {
  await upToTheTarget(page);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  expect((await shown(page)).id).toBe('target');
  await expect(page.getByRole('radio', { name: '500 at once' })).toBeChecked();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect((await shown(page)).id).toBe('list');
});

test('the quiz goes on where it was, on a reload and in a new tab', async ({ page, context }) => {
  await upToTheTarget(page);
  await page.reload();
  await expect(page.getByText('Saved on this device.')).toBeVisible();
  expect((await shown(page)).id).toBe('list');
  const other = await context.newPage();
  await other.goto('/quiz/');
  await expect(other.getByText('Saved on this device.')).toBeVisible();
  expect((await shown(other)).id).toBe('list');
});

test('a finished quiz opens with all its answers', async ({ page }) => {
  await takeQuiz(page, founder);
  await page.goto('/quiz/');
  await expect(page.getByRole('heading', { name: 'Your answers' })).toBeVisible();
});

test('starting over asks once, then forgets everything', async ({ page }) => {
  await upToTheTarget(page);
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Yes, start over' }).click();
  expect((await shown(page)).id).toBe('builder');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('one quiet voice says the load after each answer, and nothing else speaks', async ({
  page,
}) => {
  await page.goto('/quiz/');
  await expect(page.getByText('A tap on an answer moves on.')).toBeVisible();
  await page.evaluate(() => {
    const live = [...document.querySelectorAll('[aria-live], [role=status], [role=alert]')];
    const heard: string[] = [];
    Object.assign(globalThis, { heard, voices: live.length });
    for (const one of live) {
      new MutationObserver(() => heard.push(one.textContent ?? '')).observe(one, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
  await answer(page, '1');
  await expect(page.locator('[aria-live]')).toHaveText(/^So far: .+ to .+ users at once$/);
  const [heard, voices] = await page.evaluate(() => {
    const { heard, voices } = globalThis as unknown as { heard: string[]; voices: number };
    return [heard, voices];
  });
  expect(voices).toBe(1);
  expect(heard).toHaveLength(1);
});

test('nothing moves for those who want no motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/quiz/');
  const slowest = await page.evaluate(() => {
    const parts = [...document.querySelectorAll('.quiz *')];
    return Math.max(
      ...parts.map((part) => Number.parseFloat(getComputedStyle(part).transitionDuration)),
    );
  });
  expect(slowest).toBeLessThan(0.01);
});

test('“Look it up in 60 seconds” names her screen, and what knowing it is worth', async ({
  page,
}) => {
  await page.goto('/quiz/');
  await expect(page.getByText('A tap on an answer moves on.')).toBeVisible();
  await answer(page, '1');
  await answer(page, '0');
  await page.getByText('Look it up in 60 seconds').click();
  await expect(page.getByText(/^In Lovable: Cloud, then Database/)).toBeVisible();
  await expect(page.getByText(/^Knowing it/)).toBeVisible();
});

for (const [how, prepare] of [
  [
    'where the browser has no workers',
    (page: Page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker')),
  ],
  [
    'when the worker’s script does not come',
    (page: Page) => page.route('**/_quiz-worker*', (route) => route.abort()),
  ],
] as const) {
  test(`the quiz comes to its end ${how}`, async ({ page, allow }) => {
    allow.push(/ERR_FAILED/);
    await prepare(page);
    expect((await takeQuiz(page, founder)).length).toBeLessThanOrEqual(12);
  });
}

test('while nothing is known ahead, the next question comes in the plain order', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // A worker that never answers.
    Object.assign(globalThis, {
      Worker: class extends EventTarget {
        postMessage() {}
        terminate() {}
      },
    });
  });
  await page.goto('/quiz/');
  await expect(page.getByText('A tap on an answer moves on.')).toBeVisible();
  for (const card of ['Lovable', 'Free', '10,000 to 100,000', '500 at once']) {
    const question = await shown(page);
    await page.getByText(card, { exact: true }).click();
    await isLast(page, question);
  }
  expect((await shown(page)).id).toBe('users');
});
