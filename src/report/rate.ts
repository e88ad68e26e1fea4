import type { Sample } from '#src/capacity/app.ts';
import { limits, slowest } from '#src/capacity/limits.ts';
import { LOAD_RANGE, RESOURCES, type Resource } from '#src/capacity/rating.ts';
import { type Rig, rig } from '#src/capacity/rig.ts';
import type { CurvePoint } from './report.ts';

/** The hundred apps under one set of repairs. */
export interface Rated {
  readonly rigs: readonly Rig[];
  /** For each app, the load at which each resource gives, in the order of `RESOURCES`. */
  readonly limits: readonly (readonly number[])[];
  /** For each app, the smallest of them: its rated load. */
  readonly loads: readonly number[];
}

export function rate(samples: readonly Sample[]): Rated {
  const rigs = samples.map(rig);
  const all = rigs.map(limits);
  return { rigs, limits: all, loads: all.map((each) => Math.min(...each)) };
}

/** The first resource to give in an app, if one does within the range. */
export function first(each: readonly number[]): Resource | undefined {
  const load = Math.min(...each);
  return load < LOAD_RANGE.max ? RESOURCES[each.indexOf(load)] : undefined;
}

/** Seconds beyond which the curve is not told any more. */
const CURVE_TOP = 10;
const POINTS = 61;

/** Users at once at the points of the curve, evenly spread over the logarithm of the range. */
const USERS = Array.from(
  { length: POINTS },
  (_, point) => LOAD_RANGE.max ** (point / (POINTS - 1)),
);

/** The first point at which anybody waits: found by halves, since an app is never quicker with more users. */
function firstWait(each: Rig, alone: number): number {
  let [low, high] = [0, POINTS];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slowest(each, USERS[middle] ?? LOAD_RANGE.max) > alone) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One app's seconds at every point; once at the top it stays there. */
function climb(each: Rig): Float64Array {
  const seconds = new Float64Array(POINTS).fill(CURVE_TOP);
  const alone = slowest(each, LOAD_RANGE.min);
  const start = firstWait(each, alone);
  seconds.fill(Math.min(alone, CURVE_TOP), 0, start);
  for (let point = start; point < POINTS; point++) {
    const time = slowest(each, USERS[point] ?? LOAD_RANGE.max);
    if (time >= CURVE_TOP) break;
    seconds[point] = time;
  }
  return seconds;
}

/** The curve over the whole range, from the same apps as the rated load: it crosses 3 s where they give. */
export function curve({ rigs }: Rated): CurvePoint[] {
  const climbs = rigs.map(climb);
  const seconds = new Float64Array(climbs.length);
  const nth = (share: number) => seconds[Math.floor(share * seconds.length)] ?? CURVE_TOP;
  return USERS.map((users, point) => {
    for (const [i, each] of climbs.entries()) seconds[i] = each[point] ?? CURVE_TOP;
    seconds.sort();
    return { users, low: nth(0.1), likely: nth(0.5), high: nth(0.9) };
  });
}
