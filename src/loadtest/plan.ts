import type { Estimate } from '#src/capacity/rating.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { loadOf } from '#src/quiz/load.ts';
import { levelsFor } from './levels.ts';

/** How far a test goes. */
export interface Plan {
  /** Where an app with these answers is expected to give. */
  readonly load: Estimate;
  /** Users at once, ascending. */
  readonly levels: readonly number[];
}

/** The test for an app with these answers. */
export function planFor(answers: Answers): Plan {
  const load = loadOf(answers);
  return { load, levels: levelsFor(load) };
}
