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
  /** Measured load against the modelled one: the model's own error. */
  readonly misfit: number;
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

/** Seconds between two screens of one user: she thinks, and a screen takes its time. */
interface Cycle {
  readonly think: number;
  readonly alone: number;
}

/** What a part is asked for each screen: visits, those of them for which the user waits, mean seconds of one. */
interface Asked {
  readonly visits: number;
  readonly awaited: number;
  readonly demand: number;
  readonly spread: number;
}

/** Screens that reach the database, and polls. */
function asked(w: Work, screen: number, poll: number): Asked {
  const visits = w.misses + w.polls;
  const demand = (w.misses * screen + w.polls * poll) / visits;
  return { visits, awaited: w.misses, demand, spread: lab.spread };
}

/** Nothing where no screen asks anything of the part. */
function station(
  { visits, awaited, demand, spread }: Asked,
  servers: number,
  { think, alone }: Cycle,
  { uneven = 1, most = Infinity }: Partial<Pick<Station, 'uneven' | 'most'>> = {},
): Station | undefined {
  if (!(demand > 0 && awaited > 0)) return undefined;
  return {
    grain: demand / servers,
    servers,
    spread,
    think: think / visits,
    alone,
    awaited: awaited / visits,
    uneven,
    most,
  };
}

/**
 * Places of a pool that a slow call may hold too, which makes the times vary. This is the one part
 * at which a quicker screen can cost a few percent: users come back sooner with their slow calls.
 */
function held(s: Sample, w: Work): Asked {
  const screen = w.db + w.disk + w.between;
  const { slowSeconds, slowHolds } = s.setting;
  const slow = slowHolds === 'yes' ? s.slow : 0;
  const visits = w.misses + w.polls + slow;
  const demand = (w.misses * screen + w.polls * w.pollDb + slow * slowSeconds) / visits;
  const square =
    (w.misses * screen ** 2 + w.polls * w.pollDb ** 2 + slow * slowSeconds ** 2) / visits;
  const spread = demand > 0 ? Math.max(lab.spread, square / (2 * demand ** 2)) : lab.spread;
  return { visits, awaited: w.misses + slow, demand, spread };
}

/** A pooler is one thread that lets users in one by one, where each request connects anew. */
function letIn(s: Sample, w: Work): Asked {
  const demand = (w.opened * s.setting.poolerConnect * lab.poolerCrowd) / s.setting.speed;
  return asked(w, demand, w.opened > 0 ? demand / w.opened : 0);
}

/** The one server, or Bubble's; functions start as many as are needed. */
function serverOf(s: Sample, w: Work, cycle: Cycle): Station | undefined {
  const work = asked(w, w.server, w.server);
  if (planOf(s.plan).backend === 'bubble') return station(work, Math.max(1, s.cores), cycle);
  if (s.setting.host !== 'server') return undefined;
  // An answer too big for one write waits for its line, and later ones pass it by.
  const uneven = w.fetched * s.setting.rowBytes > lab.oneWrite ? lab.outOfTurn : 1;
  return station(work, Math.max(1, s.setting.serverCores), cycle, { uneven });
}

/**
 * Pages that an index leads to are fetched for each user alone. A scan from end to end joins the one
 * that reads the same table already (synchronize_seqscans), so each table is read once for all: a
 * crowd waits for a pass over the other tables that its screens scan one after another, and no longer.
 */
function diskOf(s: Sample, w: Work, cycle: Cycle): Station | undefined {
  const lists = Math.min(s.requests, s.setting.lists);
  const others = Math.max(0, Math.min(lists, s.rounds) - 1);
  const most = s.indexed === 'yes' ? Infinity : others * w.disk;
  return station(asked(w, w.disk, w.disk), 1, cycle, { most });
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
function lineLimit(s: Sample): number {
  const { assets, serverMbit, think } = s.setting;
  if (s.delivery !== 'server') return Infinity;
  const page = {
    visits: 1,
    awaited: 1,
    demand: (assets * 8) / (serverMbit * 1e6),
    spread: lab.spread,
  };
  const line = station(page, 1, { think, alone: 0 });
  return line ? usersAt(line, SLOW_SECONDS, SLOWEST) : Infinity;
}

/** How requests get at a database that takes a number of connections only. */
function places(s: Sample, w: Work, cycle: Cycle): Pick<Rig, 'pool' | 'connections'> {
  const free = Math.max(1, s.slots - s.setting.taken);
  const { perFunction, host, misfit } = s.setting;
  const connectionsFor = (clients: number) => busyLimit(s, w, clients / perFunction) * misfit;
  if (s.connect === 'api') {
    const pool = station(asked(w, w.db + w.disk, w.pollDb + w.disk), supabase.apiPool, cycle);
    return { pool, connections: Infinity };
  }
  if (s.connect === 'each') return { pool: undefined, connections: connectionsFor(free) };
  const clients = s.connect === 'pooler' && host === 'functions' ? s.clients : Infinity;
  const pool = station(held(s, w), Math.min(s.pool, free), cycle);
  const door = s.connect === 'pooler' ? station(letIn(s, w), 1, cycle) : undefined;
  return {
    pool: door && door.grain > (pool?.grain ?? 0) ? door : pool,
    connections: clients < Infinity ? connectionsFor(clients) : Infinity,
  };
}

export function rig(s: Sample): Rig {
  const w = work(s);
  const plan = planOf(s.plan);
  const full = w.device + w.network + w.server + w.db + w.disk + w.between;
  const hit = w.device + w.network;
  const alone = w.misses > SLOWEST ? full : hit;
  const cycle = { think: s.setting.think, alone };
  const { misfit } = s.setting;
  const { pool, connections } =
    plan.backend === 'sql' ? places(s, w, cycle) : { pool: undefined, connections: Infinity };
  // A busy database lets new connections in out of turn.
  const uneven = plan.backend === 'sql' && s.connect === 'each' ? lab.doorTurns : 1;
  const line = lineLimit(s) * misfit;
  const limit = timeLimit(s);
  const live = realtime(s, plan);
  const third = thirdParty(s);
  const included = quota(s, w, plan);
  return {
    alone,
    longest: longestOf(w),
    misfit,
    share: SLOWEST / w.misses,
    cpu: station(asked(w, w.db, w.pollDb), Math.max(1, s.cores), cycle, { uneven }),
    disk: diskOf(s, w, cycle),
    server: serverOf(s, w, cycle),
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
