import type { Sample } from '#src/capacity/app.ts';
import { draw } from '#src/capacity/draw.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { appOf } from '#src/quiz/app.ts';
import { mend } from './mend.ts';
import { type Rated, rate } from './rate.ts';
import type { RepairId } from './repairs.ts';

/** The hundred apps that fit the answers, with some repairs done. */
export interface Stage {
  readonly samples: readonly Sample[];
  readonly rated: Rated;
}

/** The hundred apps as they are. */
export function asTheyAre(answers: Answers): Stage {
  const samples = draw(appOf(answers));
  return { samples, rated: rate(samples) };
}

/**
 * The same apps with one more repair. An app that would bear less with it is rated as before: where each
 * of a crowd fetches pages by an index that one scan would have read for all, and where slow calls fill
 * a pool and a quicker screen lets users come back sooner with theirs.
 */
export function repaired(before: Stage, repair: RepairId): Stage {
  const samples = before.samples.map((sample, i) => mend[repair](sample, i));
  const after = rate(samples);
  const worse = after.loads.map((users, i) => users < (before.rated.loads[i] ?? 0));
  const better = <T>(now: readonly T[], then: readonly T[]) =>
    now.map((each, i) => (worse[i] ? (then[i] ?? each) : each));
  return {
    samples,
    rated: {
      rigs: better(after.rigs, before.rated.rigs),
      limits: better(after.limits, before.rated.limits),
      loads: better(after.loads, before.rated.loads),
    },
  };
}
