import { z } from '#src/zod.ts';
import { type AnswerTo, type QuestionId, questions, UNKNOWN } from './questions.ts';

/** Answers by question; a question that was not asked is absent, one that nobody could answer is `unknown`. */
export type Answers = { [Id in QuestionId]?: AnswerTo<Id> | undefined };

const shape = Object.fromEntries(
  questions.map((question) => [
    question.id,
    z.optional(
      z.enum([UNKNOWN, ...question.options.map((option) => option.value)], {
        error: `Choose one of the answers to “${question.title}”`,
      }),
    ),
  ]),
);

/** Derived from the questions; unknown questions and unknown answers are refused. */
export const answersSchema = z.strictObject(shape) as unknown as z.ZodMiniType<Answers, Answers>;
