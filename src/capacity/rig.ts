/** An app made ready for questions about it: everything that does not depend on the number of users. */
import type { Sample } from './app.ts';
import { quota, realtime, thirdParty, timeLimit } from './ceilings.ts';
import { lab } from './constants/lab.ts';
import { planOf } from './constants/plans.ts';
import { supabase } from './constants/supabase.ts';
import { type Station, usersAt } from './queue.ts';
import { type Resource, SLOW_SECONDS } from './rating.ts';
import { busyLimit } from './slots.ts';
import { type Work, work } from './work.ts';

/** The slowest share of screens that counts. */
export const SLOWEST = 0.05;

export interface Rig {
  /** Seconds that a screen takes alone: of those that reach the database, unless a cache answers all but a few. */
  readonly alone: number;
  /** The part that takes most of these seconds. */
  readonly longest: Resource;
  /** Share of the screens that reach the database which may be too slow; above 1 all of them may. */
  readonly share: number;
  /** Parts at which screens wait for one another; nothing where the app has no such part. */
  readonly cpu: Station | undefined;
  readonly disk: Station | undefined;
  readonly server: Station | undefined;
  readonly pool: Station | undefined;
  /** Users at which requests fail or a limit is met that has nothing to do with waiting. */
  readonly line: number;
  readonly timeLimit: number;
  readonly connections: number;
  readonly realtime: number;
  readonly thirdParty: number;
  readonly quota: number;
  /** The smallest of these. */
  readonly ceiling: number;
}

/** Nothing where no screen asks anything of the part. */
function station(
  demand: number,
  visits: number,
  servers: number,
  cycle: Cycle,
  spread: number = lab.spread,
): Station | undefined {
  if (!(demand > 0 && visits > 0)) return undefined;
  const { think, alone } = cycle;
  return { grain: demand / servers, servers, spread, think: think / visits, alone };
}

/** Seconds between two screens of one user: she thinks, and a screen takes its time. */
interface Cycle {
  readonly think: number;
  readonly alone: number;
}

/** The pool that a server or a pooler keeps; a slow call that holds a place makes the times vary. */
function heldPool(s: Sample, w: Work, places: number, cycle: Cycle): Station | undefined {
  const screen = w.db + w.between;
  const { slowSeconds, slowHolds } = s.setting;
  const slow = slowHolds === 'yes' ? s.slow : 0;
  const visits = w.misses + w.polls + slow;
  if (visits === 0) return undefined;
  const mean = (w.misses * screen + w.polls * w.pollDb + slow * slowSeconds) / visits;
  const square =
    (w.misses * screen * screen +
      w.polls * w.pollDb * w.pollDb +
      slow * slowSeconds * slowSeconds) /
    visits;
  const spread = mean > 0 ? Math.max(lab.spread, square / (2 * mean * mean)) : lab.spread;
  return station(mean, visits, places, cycle, spread);
}

/** The one server, or Bubble's; functions start as many as are needed. */
function serverOf(s: Sample, w: Work, visits: number, cycle: Cycle): Station | undefined {
  if (planOf(s.plan).backend === 'bubble')
    return station(w.server, visits, Math.max(1, s.cores), cycle);
  return s.setting.host === 'server'
    ? station(w.server, visits, Math.max(1, s.setting.serverCores), cycle)
    : undefined;
}

function longestOf(w: Work): Resource {
  const server = w.server + w.between;
  const most = Math.max(w.device, w.network, server, w.db, w.disk);
  if (most === w.network) return 'network';
  if (most === w.device) return 'device';
  if (most === w.db) return 'cpu';
  return most === w.disk ? 'disk' : 'function';
}

/** Users at which the line of the one server that sends pages and pictures is full. */
function lineLimit(s: Sample, cycle: Cycle): number {
  const { assets, serverMbit } = s.setting;
  if (s.delivery !== 'server') return Infinity;
  const line = station((assets * 8) / (serverMbit * 1e6), 1, 1, { ...cycle, alone: 0 });
  return line ? usersAt(line, SLOW_SECONDS, SLOWEST) : Infinity;
}

export function rig(s: Sample): Rig {
  const w = work(s);
  const plan = planOf(s.plan);
  const full = w.device + w.network + w.server + w.db + w.disk + w.between;
  const hit = w.device + w.network;
  const alone = w.misses > SLOWEST ? full : hit;
  const { think } = s.setting;
  const cycle = { think, alone };
  const visits = w.misses + w.polls;
  const visit = (screen: number, poll: number) => (w.misses * screen + w.polls * poll) / visits;

  let pool: Station | undefined;
  let connections = Infinity;
  if (plan.backend === 'sql') {
    const places = Math.max(1, s.slots - s.setting.taken);
    const { perFunction, host } = s.setting;
    if (s.connect === 'api') pool = station(visit(w.db, w.pollDb), visits, supabase.apiPool, cycle);
    else if (s.connect === 'each') connections = busyLimit(s, w, places / perFunction);
    else {
      pool = heldPool(s, w, Math.min(s.pool, places), cycle);
      if (s.connect === 'pooler' && host === 'functions')
        connections = busyLimit(s, w, s.clients / perFunction);
    }
  }
  const line = lineLimit(s, cycle);
  const limit = timeLimit(s);
  const live = realtime(s, plan);
  const third = thirdParty(s);
  const included = quota(s, w, plan);
  return {
    alone,
    longest: longestOf(w),
    share: SLOWEST / w.misses,
    cpu: station(visit(w.db, w.pollDb), visits, Math.max(1, s.cores), cycle),
    disk: station(visit(w.disk, w.disk), visits, 1, cycle),
    server: serverOf(s, w, visits, cycle),
    pool,
    line,
    timeLimit: limit,
    connections,
    realtime: live,
    thirdParty: third,
    quota: included,
    ceiling: Math.min(line, limit, connections, live, third, included),
  };
}
