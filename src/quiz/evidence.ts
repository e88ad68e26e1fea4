import { z } from '#src/zod.ts';
import { type Answers, knownAnswers } from './answers.ts';
import type { QuestionId } from './questions.ts';

const line = z.object({ file: z.string(), line: z.number(), says: z.string() });
/** Why an answer is what it is: places in the visitor's own code or database. */
export const evidence = z.object({
  value: z.string(),
  lines: z.array(line),
  /** Found by a load test; by the scan where this is absent. */
  by: z.optional(z.literal('test')),
  /** Statements that repair what the answer tells, where SQL alone does. */
  sql: z.optional(z.array(z.string())),
});

export type EvidenceLine = z.infer<typeof line>;
export type Evidence = z.infer<typeof evidence>;
/** What was found, by question; a question of which nothing was found is absent. */
export type Evidences = { readonly [Id in QuestionId]?: Evidence };

/** The answers that the evidence gives. */
export const answersIn = (evidences: Evidences): Answers =>
  knownAnswers(Object.fromEntries(Object.entries(evidences).map(([id, one]) => [id, one.value])));

/** Those that a load test found, or those that the scan found. */
export const foundBy = (evidences: Evidences, by: 'test' | 'scan'): Evidences =>
  Object.fromEntries(
    Object.entries(evidences).filter(([, one]) => (one.by === 'test') === (by === 'test')),
  );

/** Was this answer found, and not changed by the visitor since? */
export const isMeasured = (
  evidences: Evidences,
  id: QuestionId,
  answer: string | undefined,
): boolean => answer !== undefined && evidences[id]?.value === answer;
