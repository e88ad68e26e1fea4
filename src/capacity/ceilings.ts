/**
 * Loads at which something ends that has nothing to do with waiting: quotas, caps, rates. The time
 * that a screen takes is left out of the time between two screens, so that a quicker screen never
 * bears fewer users.
 */
import type { Sample } from './app.ts';
import type { Plan } from './constants/constant.ts';
import { usage } from './constants/usage.ts';
import { ERROR_SHARE } from './rating.ts';
import type { Work } from './work.ts';

/** Seconds of a busy day's use for one user of its busiest minute. */
export const daySeconds = ({ setting }: Sample) => (setting.activeHours * 3600) / setting.peak;

/** Documents that one screen reads, polls in between among them. */
export function readsOf(s: Sample, w: Work): number {
  const small = usage.small * Math.max(0, s.requests - 1);
  return w.misses * (w.fetched + small) + w.polls * w.fetched;
}

/** Workload units that one screen costs, polls in between among them. */
export const unitsOf = (s: Sample, w: Work): number =>
  (w.misses + w.polls) *
  (s.requests * s.setting.bubbleUnits + w.fetched * s.setting.bubbleThingUnits);

/** Users in the busiest minute of a day that uses up what the plan includes, or writes all it may. */
export function quota(s: Sample, w: Work, plan: Plan): number {
  const { think, changes, audience, writes } = s.setting;
  let users = plan.writes < Infinity ? (plan.writes * think) / writes : Infinity;
  if (plan.dailyReads < Infinity) {
    const reads = plan.dailyReads / daySeconds(s);
    const asked = readsOf(s, w) / think;
    // Where everybody hears of every change: reads = users · asked + users² · changes.
    const told = (2 * reads) / (asked + Math.sqrt(asked * asked + 4 * changes * reads));
    if (s.live === 'table') users = Math.min(users, told);
    else if (s.live !== 'own') users = Math.min(users, reads / asked);
    else users = Math.min(users, Math.max(told, reads / (asked + changes * audience)));
  }
  if (plan.monthlyUnits < Infinity && (s.stops === 'yes' || s.plan === 'bubble-free')) {
    users = Math.min(users, (plan.monthlyUnits * think) / (30 * daySeconds(s) * unitsOf(s, w)));
  }
  return users;
}

/** Users at which live connections or live messages run out. */
export function realtime(s: Sample, plan: Plan): number {
  if (s.live !== 'own' && s.live !== 'table') return Infinity;
  const { changes, audience } = s.setting;
  // Where everybody hears of every change: messages = users² · changes.
  const all = Math.sqrt(plan.liveMessages / changes);
  const own = Math.max(all, plan.liveMessages / (changes * audience));
  return Math.min(plan.liveConnections, s.live === 'own' ? own : all);
}

/** Users at which a service that the app calls refuses some of the calls. */
export function thirdParty(s: Sample): number {
  const { slowRate, slowSeconds, think } = s.setting;
  return s.slow > 0 ? slowRate * (think / s.slow + slowSeconds) : Infinity;
}

/** Users at which all the functions run that may at once; behind a web API only slow calls need one. */
export function functions(s: Sample, w: Work, plan: Plan): number {
  if (s.setting.host !== 'functions' || plan.backend === 'bubble') return Infinity;
  const { think, slowSeconds } = s.setting;
  const request = s.connect === 'api' ? 0 : w.server + w.between + w.db + w.disk;
  return (s.setting.functions * think) / (w.misses * request + s.slow * slowSeconds);
}

/** 1 when so many calls outlast the function's time limit that requests fail for a single user. */
export function timeLimit(s: Sample): number {
  return s.slow > ERROR_SHARE && s.setting.slowSeconds > s.setting.timeLimit ? 1 : Infinity;
}
