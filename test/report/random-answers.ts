/** Random answers: each question left out, not known, or answered; whether or not it would be asked. */
import fc from 'fast-check';
import type { Answers } from '#src/quiz/answers.ts';
import { questions, UNKNOWN } from '#src/quiz/questions.ts';

export const answers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    questions.map(({ id, options }) => [
      id,
      fc.constantFrom(UNKNOWN, ...options.map(({ value }) => value as string)),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;
