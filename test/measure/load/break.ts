import { ERROR_SHARE, SLOW_SECONDS } from '#src/capacity/rating.ts';

/** What one level of load showed. `level` counts users, or rows where the device is measured. */
export interface Trial {
  readonly level: number;
  /** 95th percentile of the time of a screen, seconds. */
  readonly p95: number;
  /** Share of screens of which a request failed, 0–1. */
  readonly errors: number;
}

/** The break lies above `holds` and at or below `gives`; `level` is the best single figure. */
export interface Break<T extends Trial> {
  readonly level: number;
  readonly holds: number;
  readonly gives: number;
  readonly trials: readonly T[];
}

interface Search {
  /** Level to try first. */
  readonly first: number;
  /** Highest level that may be tried. */
  readonly most: number;
  /** Factor between the first two levels; its square between the next, until one holds and one gives. */
  readonly step?: number;
  /** The search ends when `gives` is within this factor of `holds`. */
  readonly within?: number;
}

export const gives = ({ p95, errors }: Trial) => !(p95 <= SLOW_SECONDS && errors <= ERROR_SHARE);

/**
 * The smallest level at which the app gives: levels are multiplied by `step`, faster each time, until one
 * holds and one gives; then the distance is halved on a logarithmic scale. `Infinity` when even `most` holds.
 */
export async function findBreak<T extends Trial>(
  measure: (level: number) => Promise<T>,
  { first, most, step = 2, within = 1.15 }: Search,
): Promise<Break<T>> {
  const trials: T[] = [];
  let low = 0;
  let high = Infinity;
  let stride = step;
  let level = Math.max(1, Math.min(most, Math.round(first)));
  while (low < level && level < high) {
    const trial = await measure(level);
    trials.push(trial);
    if (gives(trial)) high = level;
    else low = level;
    if (high <= low * within) break;
    if (high === Infinity) level = Math.min(most, Math.ceil(level * stride));
    else if (low === 0) level = Math.max(1, Math.floor(level / stride));
    else level = Math.round(Math.sqrt(low * high));
    stride *= stride;
  }
  const at = (wanted: number) => trials.filter((trial) => trial.level === wanted).at(-1);
  return { level: between(at(low), at(high)) ?? high, holds: low, gives: high, trials };
}

/** Where the 95th percentile crosses the limit on the straight line between two levels, both scales logarithmic. */
function between(holds: Trial | undefined, gives: Trial | undefined): number | undefined {
  if (!holds || !gives) return undefined;
  const [low, high] = [Math.log(holds.level), Math.log(gives.level)];
  const rise = Math.log(gives.p95) - Math.log(holds.p95);
  const crosses = gives.p95 > SLOW_SECONDS && Number.isFinite(rise) && rise > 0;
  const part = crosses ? (Math.log(SLOW_SECONDS) - Math.log(holds.p95)) / rise : 0.5;
  return Math.ceil(Math.exp(low + part * (high - low)));
}
