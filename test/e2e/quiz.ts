import { expect, type Page } from '@playwright/test';
import { type Question, questions, UNKNOWN } from '#src/quiz/questions.ts';

/** What a founder says who built on Lovable and knows what she can see. */
export const founder: Readonly<Record<string, string>> = {
  builder: 'lovable',
  supabasePlan: 'free',
  rows: '100k',
  users: '1k',
  target: '500',
  list: 'all',
  indexes: 'no',
  cache: 'database',
};

const all: readonly Question[] = questions;

/** The question that the page shows now. */
export async function shown(page: Page): Promise<Question> {
  const name = await page.getByRole('main').getByRole('heading', { level: 2 }).first().innerText();
  const question = all.find(({ title }) => title === name);
  if (!question) throw new Error(`The page shows “${name}”, which is no question`);
  return question;
}

/** The words on the card of an answer. */
export const cardOf = (question: Question, value: string) =>
  question.options.find((option) => option.value === value)?.label ?? 'I don’t know';

/** Waits until the next question is there, or the button that ends the quiz; says whether it is that. */
export async function isLast(page: Page, question: Question): Promise<boolean> {
  const finish = page.getByRole('button', { name: 'See the report' });
  const heading = page.getByRole('heading', { name: question.title });
  await expect(async () => {
    expect((await finish.isVisible()) || (await heading.isHidden())).toBe(true);
  }).toPass();
  return (await finish.isVisible()) && (await heading.isVisible());
}

/**
 * Goes through the quiz by tapping; what `answers` leaves out is answered with “I don’t know”. `look`
 * is called at each question. Returns the questions that were asked.
 */
export async function takeQuiz(
  page: Page,
  answers: Readonly<Record<string, string>>,
  look: (question: Question) => Promise<void> = async () => {},
) {
  await page.goto('/quiz/');
  await expect(page.getByText('A tap on an answer moves on.')).toBeVisible();
  const asked: string[] = [];
  for (;;) {
    const question = await shown(page);
    asked.push(question.id);
    await look(question);
    await page
      .getByText(cardOf(question, answers[question.id] ?? UNKNOWN), { exact: true })
      .click();
    if (!(await isLast(page, question))) continue;
    await page.getByRole('button', { name: 'See the report' }).click();
    await expect(page).toHaveURL(/\/report\/#/);
    return asked;
  }
}
