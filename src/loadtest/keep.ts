import { foundBy } from '#src/quiz/evidence.ts';
import { readFound, saveFound } from '#src/quiz/found.ts';
import { type Open, saveAnswers } from '#src/quiz/storage.ts';
import { saveTested } from '#src/quiz/tested.ts';
import type { Evidence } from './evidence.ts';
import { evidencesOf, testedOf } from './found.ts';

/**
 * Keeps what a test found where the quiz and the report look for it: it takes the place of an earlier
 * test, and of what a scan said of the same questions. `day`: "2026-11-23".
 */
export function keep(evidence: Evidence, host: string, day: string, open?: Open): void {
  const found = readFound(open);
  const evidences = { ...foundBy(found.evidences, 'scan'), ...evidencesOf(evidence) };
  saveFound({ ...found, evidences }, open);
  saveAnswers(evidence.answers, open);
  saveTested(testedOf(evidence, host, day), open);
}
