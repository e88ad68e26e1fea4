import type { Sample } from '#src/capacity/app.ts';
import { limits, type Rig, rig, slowest } from '#src/capacity/limits.ts';
import { LOAD_RANGE, RESOURCES, type Resource } from '#src/capacity/rating.ts';
import { mend } from './mend.ts';
import type { CurvePoint } from './report.ts';
import type { RepairId } from './repairs.ts';

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

/** The samples with these repairs done. */
export function repaired(samples: readonly Sample[], done: readonly RepairId[]): Sample[] {
  return samples.map((sample, i) => done.reduce((app, repair) => mend[repair](app, i), sample));
}

/** The first resource to give in an app, if one does within the range. */
export function first(each: readonly number[]): Resource | undefined {
  const load = Math.min(...each);
  return load < LOAD_RANGE.max ? RESOURCES[each.indexOf(load)] : undefined;
}

/** Seconds beyond which the curve is not told any more. */
export const CURVE_TOP = 10;
const POINTS = 41;

/** The curve over the whole range, from the same apps as the rated load: it crosses 3 s where they give. */
export function curve({ rigs }: Rated): CurvePoint[] {
  return Array.from({ length: POINTS }, (_, point) => {
    const users = 10 ** (Math.log10(LOAD_RANGE.max) * (point / (POINTS - 1)));
    const seconds = Float64Array.from(rigs, (each) => Math.min(CURVE_TOP, slowest(each, users))).sort();
    const nth = (share: number) => seconds[Math.floor(share * seconds.length)] ?? 0;
    return { users, low: nth(0.1), likely: nth(0.5), high: nth(0.9) };
  });
}
