import type { Evidences } from '#src/quiz/evidence.ts';
import type { Tested } from '#src/quiz/tested.ts';
import type { Evidence } from './evidence.ts';

/** What the test found, in the form in which the quiz and the report show where an answer comes from. */
export const evidencesOf = ({ answers, measured }: Evidence): Evidences =>
  Object.fromEntries(
    Object.entries(measured).map(([id, says]) => [
      id,
      {
        value: answers[id as keyof typeof answers] ?? '',
        by: 'test' as const,
        lines: [{ file: 'Load test', line: 0, says: `${says}.` }],
      },
    ]),
  );

/** What the report says of the test itself. `day`: "2026-11-23". */
export const testedOf = ({ held, gave }: Evidence, host: string, day: string): Tested => ({
  day,
  host,
  held,
  ...(Number.isFinite(gave) && { gave }),
});
