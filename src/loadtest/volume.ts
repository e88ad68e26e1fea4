import { HOLD, RAMP, THINK } from './script.ts';
import type { Target } from './target.ts';

/** What a test asks of the app at most: an app that takes its time is asked less. */
interface Volume {
  readonly minutes: number;
  /** In all, and in a second of its last step. */
  readonly requests: number;
  readonly perSecond: number;
}

const MEAN_THINK = (THINK[0] + THINK[1]) / 2;

/** How much a script with these levels (ascending, users at once) asks of its target. */
export function volumeOf({ paths }: Target, levels: readonly number[]): Volume {
  const each = paths.length / MEAN_THINK;
  const userSeconds = levels.reduce((sum, users, at) => {
    const before = levels[at - 1] ?? 0;
    return sum + ((before + users) / 2) * RAMP + users * HOLD;
  }, 0);
  return {
    minutes: Math.ceil((levels.length * (RAMP + HOLD)) / 60),
    requests: Math.ceil(userSeconds * each),
    perSecond: Math.ceil((levels.at(-1) ?? 0) * each),
  };
}
