import { z } from '#src/zod.ts';
import { type AnswerTo, type Question, type QuestionId, questions, UNKNOWN } from './questions.ts';

/** Answers by question; a question that was not asked is absent, one that nobody could answer is `unknown`. */
export type Answers = { [Id in QuestionId]?: AnswerTo<Id> | undefined };

/** One answer to a question. The message is what the visitor is told when there is none. */
export const answerTo = (question: Question) =>
  z.enum([UNKNOWN, ...question.options.map((option) => option.value)], {
    error: `Choose one of the answers to “${question.title}”`,
  });

const shape = Object.fromEntries(
  questions.map((question) => [question.id, z.optional(answerTo(question))]),
);

/** Derived from the questions; unknown questions and unknown answers are refused. */
export const answersSchema = z.strictObject(shape) as unknown as z.ZodMiniType<Answers, Answers>;

/** Asked at each keystroke and tap, so it goes without a schema. */
const exists = (question: Question, value: unknown): boolean =>
  value === UNKNOWN || question.options.some((option) => option.value === value);

/** The answers among `values` that exist in the quiz; whatever else is there is left out. */
export function knownAnswers(values: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(
    (questions as readonly Question[])
      .filter((question) => exists(question, values[question.id]))
      .map((question) => [question.id, values[question.id]]),
  );
}

/** The same answers have the same key, in whatever order they were given. */
export const keyOf = (answers: Answers): string =>
  Object.entries(answers)
    .filter(([, answer]) => answer !== undefined)
    .map(([id, answer]) => `${id}=${answer}`)
    .sort()
    .join('&');
