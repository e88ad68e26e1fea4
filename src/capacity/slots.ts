import type { Sample } from './app.ts';
import { lab } from './constants/lab.ts';
import type { Work } from './work.ts';

/** Normal deviate of the 1 % of arrivals that may find no place. */
const DEVIATE = 2.326;

/**
 * Users at which more than 1 % of the arrivals find all `places` taken. A request holds its place
 * for the way to the database and back, its work there, and a slow call that waits with it. Places
 * held for a fixed time are Poisson (Little's law); those whose time stretches with the processor's
 * queue (processor sharing) are geometric, so their variance counts in full.
 */
export function busyLimit(s: Sample, w: Work, places: number): number {
  const opened = Math.max(w.opened, 1);
  const cores = Math.max(1, s.cores);
  const held =
    w.misses * (w.between + w.disk) +
    w.polls * s.setting.databaseRtt +
    (s.setting.slowHolds === 'yes' ? s.slow * s.setting.slowSeconds : 0);
  const worked = w.misses * w.db + w.polls * w.pollDb;
  if (held + worked === 0) return Infinity;
  // Places that are in use at `x` screens a second, once in a hundred times.
  const inUse = (x: number) => {
    const rho = (x * worked) / cores;
    if (rho >= 1) return Infinity;
    const steady = x * (held + worked);
    const queued = (x * worked * rho) / (1 - rho);
    return steady + queued + DEVIATE * Math.sqrt(steady + queued * (1 + queued));
  };
  let low = 0;
  let high = (2 * places) / (held + worked);
  if (worked > 0) high = Math.min(high, cores / worked);
  for (let i = 0; i < 18; i++) {
    const x = (low + high) / 2;
    if (inUse(x) > places) high = x;
    else low = x;
  }
  // Those who think, those who hold a place, about half of the places by then, and those whom a busy
  // processor lets wait at the door: they hold none yet.
  const busy = (low * worked) / cores;
  return low * s.setting.think + ((0.5 + lab.door * busy) * places) / opened;
}
