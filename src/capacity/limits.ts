/** The load at which each part of an app gives, and how long a screen takes at a load. */
import { lab } from './constants/lab.ts';
import { supabase } from './constants/supabase.ts';
import { type Station, usersAt, waitAt } from './queue.ts';
import { ERROR_SHARE, LOAD_RANGE, type Resource, SLOW_SECONDS } from './rating.ts';
import { type Rig, SLOWEST } from './rig.ts';

/** A load in the range of the ruler, rounded down to two significant digits, as a rated load is. */
export function rated(users: number): number {
  if (!(users > LOAD_RANGE.min)) return LOAD_RANGE.min;
  if (users >= LOAD_RANGE.max) return LOAD_RANGE.max;
  let step = 1;
  while (users >= 100 * step) step *= 10;
  return Math.floor(users / step) * step;
}

/** Users at which more than the allowed share of screens waits beyond what is left of the three seconds. */
function stationLimit(station: Station | undefined, r: Rig): number {
  if (!station) return Infinity;
  const left = r.alone < SLOW_SECONDS ? SLOW_SECONDS - r.alone : SLOW_SECONDS / 2;
  const users = usersAt(station, left, r.share) * r.misfit;
  if (r.share < lab.timedOut) return users;
  const errors = (r.share / SLOWEST) * ERROR_SHARE;
  return Math.min(users, usersAt(station, supabase.statement, errors) * r.misfit);
}

/** Users at which each resource gives, in the order of `RESOURCES`: 1 … 100,000, rounded as rated. */
export const limits = (r: Rig): number[] => breaks(r).map(rated);

/** The same, not rounded: what is compared with a measurement. */
export function breaks(r: Rig): number[] {
  const slowAlone = (resource: Resource) =>
    r.alone >= SLOW_SECONDS && r.longest === resource ? LOAD_RANGE.min : Infinity;
  return [
    slowAlone('device'),
    Math.min(slowAlone('network'), r.line),
    Math.min(slowAlone('function'), r.functions, stationLimit(r.server, r)),
    r.connections,
    stationLimit(r.pool, r),
    Math.min(slowAlone('cpu'), stationLimit(r.cpu, r)),
    Math.min(slowAlone('disk'), stationLimit(r.disk, r)),
    r.realtime,
    r.thirdParty,
    r.quota,
  ];
}

/** Users at which the app gives: the smallest of its limits. */
export function load(r: Rig): number {
  if (r.alone >= SLOW_SECONDS) return LOAD_RANGE.min;
  return rated(
    Math.min(
      r.ceiling,
      stationLimit(r.cpu, r),
      stationLimit(r.pool, r),
      stationLimit(r.server, r),
      stationLimit(r.disk, r),
    ),
  );
}

/** Seconds of waiting at a part that the allowed share exceeds; `Infinity` where requests time out. */
function wait(station: Station | undefined, r: Rig, users: number): number {
  if (!station) return 0;
  const alike = users / r.misfit;
  if (r.share >= lab.timedOut) {
    const errors = (r.share / SLOWEST) * ERROR_SHARE;
    if (waitAt(station, alike, errors) > supabase.statement) return Infinity;
  }
  return waitAt(station, alike, r.share);
}

/** Seconds that all but the slowest twentieth of the screens stay below; `Infinity` where requests fail. */
export function slowest(r: Rig, users: number): number {
  if (users > r.ceiling) return Infinity;
  return (
    r.alone +
    Math.max(
      wait(r.cpu, r, users),
      wait(r.pool, r, users),
      wait(r.server, r, users),
      wait(r.disk, r, users),
    )
  );
}
