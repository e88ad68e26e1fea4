import type { Answers } from '#src/quiz/answers.ts';
import { choicesOf, labelOf } from '#src/quiz/choices.ts';
import { path } from '#src/quiz/path.ts';

/** The app that the home page rates. Nobody's in particular; its answers stand on the page. */
export const example: Answers = {
  builder: 'lovable',
  supabasePlan: 'micro',
  rows: '100k',
  users: '1k',
  target: '500',
  list: 'own',
  indexes: 'no',
  rules: 'row',
  cache: 'database',
  delivery: 'large',
  slow: 'short',
  live: 'no',
};

/** Each question that the example was asked, with its choices and its answer in words. */
export const inWords = path(example).map((question) => ({
  id: question.id,
  question: question.title,
  choices: choicesOf(question),
  answer: labelOf(question, example[question.id] ?? ''),
}));
