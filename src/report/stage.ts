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
 * The same apps with one more repair. Where slow calls fill a pool, a quicker screen lets users come
 * back sooner and can cost a few percent; that is no reason to leave a repair, so it does not count
 * as a loss.
 */
export function repaired(before: Stage, repair: RepairId): Stage {
  const samples = before.samples.map((sample, i) => mend[repair](sample, i));
  const after = rate(samples);
  const loads = after.loads.map((users, i) => Math.max(users, before.rated.loads[i] ?? users));
  return { samples, rated: { ...after, loads } };
}
