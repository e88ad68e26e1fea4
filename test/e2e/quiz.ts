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

/** Goes through the quiz by tapping; what `answers` leaves out is answered with “I don’t know”. */
export async function takeQuiz(page: Page, answers: Readonly<Record<string, string>>) {
  await page.goto('/quiz/');
  await expect(page.getByText('A tap on an answer moves on.')).toBeVisible();
  for (let asked = 1; ; asked += 1) {
    const question = await shown(page);
    const finish = page.getByRole('button', { name: 'See the report' });
    const last = await finish.isVisible();
    await page
      .getByText(cardOf(question, answers[question.id] ?? UNKNOWN), { exact: true })
      .click();
    if (last) {
      await finish.click();
      await expect(page).toHaveURL(/\/report\/#/);
      return asked;
    }
    await expect(page.getByRole('heading', { name: question.title })).toBeHidden();
  }
}
