/** The load at which each part of one app gives, and how long a screen takes at a load. */
import type { Sample } from './app.ts';
import { lab } from './constants/lab.ts';
import type { Plan } from './constants/constant.ts';
import { planOf } from './constants/plans.ts';
import { supabase } from './constants/supabase.ts';
import { type Station, usersAt, waitAt } from './queue.ts';
import { ERROR_SHARE, LOAD_RANGE, RESOURCES, type Resource, SLOW_SECONDS } from './rating.ts';
import { busyLimit } from './slots.ts';
import { type Work, work } from './work.ts';

/** The slowest share of screens that counts. */
const SLOWEST = 0.05;

/** One app made ready for questions about it. */
export interface Rig {
  /** Seconds that a screen takes alone; the 95th percentile when a cache answers nearly all. */
  readonly alone: number;
  /** The part that takes most of these seconds. */
  readonly longest: Resource;
  /** Share of the screens that reach the database which may be slow. */
  readonly share: number;
  readonly stations: readonly { readonly resource: Resource; readonly station: Station }[];
  /** Users at which requests begin to fail, or a limit that has nothing to do with waiting is met. */
  readonly hard: { readonly [R in Resource]?: number };
}

/** Seconds of the busiest day's use for one user of its busiest minute. */
const daySeconds = (s: Sample) => (s.activeHours * 3600) / s.peak;

function quota(s: Sample, w: Work, plan: Plan, cycle: number): number {
  const seconds = daySeconds(s);
  let users = (plan.writes * cycle) / Math.max(s.writes, 1e-9);
  if (plan.dailyReads < Infinity) {
    const asked =
      (w.misses * (w.fetched + 3 * Math.max(0, s.requests - 1)) + w.polls * w.fetched) / cycle;
    const reads = plan.dailyReads / seconds;
    // Everybody hears of every change: reads = users · asked + users² · changes
    const told = (2 * reads) / (asked + Math.sqrt(asked ** 2 + 4 * s.changes * reads));
    if (s.live === 'own') users = Math.min(users, Math.max(told, reads / (asked + s.changes * s.audience)));
    else users = Math.min(users, s.live === 'table' ? told : reads / asked);
  }
  if (plan.monthlyUnits < Infinity && (s.stops === 'yes' || s.plan === 'bubble-free')) {
    const units =
      (s.requests * s.bubbleUnits + w.fetched * s.bubbleThingUnits) * (w.misses + w.polls);
    users = Math.min(users, plan.monthlyUnits / ((30 * seconds * units) / cycle));
  }
  return users;
}

function realtime(s: Sample, plan: Plan): number {
  if (s.live !== 'own' && s.live !== 'table') return Infinity;
  // Everybody hears of every change: messages = users² · changes
  const all = Math.sqrt(plan.liveMessages / s.changes);
  const own = Math.max(all, plan.liveMessages / (s.changes * s.audience));
  return Math.min(plan.liveConnections, s.live === 'own' ? own : all);
}

/** Places that requests hold while they wait: mean and spread of the seconds, visits for each screen. */
function holding(s: Sample, w: Work) {
  const screen = w.db + w.between;
  const slow = s.slowHolds === 'yes' ? s.slow : 0;
  const visits = w.misses + w.polls + slow;
  const mean = (w.misses * screen + w.polls * w.pollDb + slow * s.slowSeconds) / visits;
  const square = (w.misses * screen ** 2 + w.polls * w.pollDb ** 2 + slow * s.slowSeconds ** 2) / visits;
  return { visits, mean, spread: Math.max(lab.spread, mean > 0 ? square / (2 * mean ** 2) : 0) };
}

/** Everything about an app that does not depend on the number of users. */
export function rig(s: Sample): Rig {
  const w = work(s);
  const plan = planOf(s.plan);
  const full = w.device + w.network + w.server + w.db + w.disk + w.between;
  const hit = w.device + w.network;
  const alone = w.misses > SLOWEST ? full : hit;
  const cycle = s.think + w.misses * full + (1 - w.misses) * hit;
  const parts = { device: w.device, network: w.network, function: w.server + w.between, cpu: w.db, disk: w.disk };
  let longest: keyof typeof parts = 'network';
  for (const part of Object.keys(parts) as (keyof typeof parts)[]) {
    if (parts[part] > parts[longest]) longest = part;
  }

  const stations: { resource: Resource; station: Station }[] = [];
  const add = (resource: Resource, demand: number, visits: number, servers: number, spread: number = lab.spread) => {
    if (demand > 0 && visits > 0) {
      stations.push({
        resource,
        station: { grain: demand / servers, servers, spread, between: cycle / visits },
      });
    }
  };
  const hard: { [R in Resource]?: number } = {};
  const visits = w.misses + w.polls;
  const perVisit = (screen: number, poll: number) => (w.misses * screen + w.polls * poll) / visits;

  if (visits > 0) {
    add('cpu', perVisit(w.db, w.pollDb), visits, s.cores);
    add('disk', perVisit(w.disk, w.pollDisk), visits, 1);
    if (s.host === 'server') add('function', w.server, visits, s.serverCores);
  }
  if (s.delivery === 'server' && s.assets > 0) {
    hard.network = usersAt(
      { grain: (s.assets * 8) / (s.serverMbit * 1e6), servers: 1, spread: lab.spread, between: cycle },
      SLOW_SECONDS,
      SLOWEST,
    );
  }
  if (plan.backend === 'sql' && visits > 0) {
    const held = holding(s, w);
    const slots = Math.max(1, s.slots - s.taken);
    if (s.connect === 'each') {
      hard.connections = busyLimit(s, w, slots / s.perFunction, cycle);
    } else if (s.connect === 'api') {
      add('pool', perVisit(w.db, w.pollDb), visits, supabase.apiPool);
    } else {
      add('pool', held.mean, held.visits, Math.min(s.pool, slots), held.spread);
      if (s.connect === 'pooler' && s.host === 'functions') {
        hard.connections = busyLimit(s, w, s.clients / s.perFunction, cycle);
      }
    }
  }
  if (s.slow > 0) {
    hard.thirdParty = (s.slowRate / s.slow) * (cycle + s.slow * s.slowSeconds);
    if (s.slow > ERROR_SHARE && s.slowSeconds > s.timeLimit) hard.function = 1;
  }
  hard.realtime = realtime(s, plan);
  hard.quota = quota(s, w, plan, cycle);
  return { alone, longest, share: SLOWEST / w.misses, stations, hard };
}

const clamp = (users: number) => Math.min(LOAD_RANGE.max, Math.max(LOAD_RANGE.min, users));

/** Two significant digits, rounded down, as a rated load is. */
export function rated(users: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(users) + 1e-12) - 1);
  return Math.floor(users / step + 1e-9) * step;
}

/** Users at which each resource gives, in the order of `RESOURCES`: 1 … 100,000, rounded as rated. */
export function limits(r: Rig): number[] {
  const budget = r.alone < SLOW_SECONDS ? SLOW_SECONDS - r.alone : SLOW_SECONDS / 2;
  const errorShare = (r.share / SLOWEST) * ERROR_SHARE;
  return RESOURCES.map((resource) => {
    let users = r.hard[resource] ?? Infinity;
    if (r.alone >= SLOW_SECONDS && r.longest === resource) users = 1;
    for (const { resource: of, station } of r.stations) {
      if (of !== resource) continue;
      users = Math.min(users, usersAt(station, budget, r.share));
      if (r.share > 0.25) users = Math.min(users, usersAt(station, supabase.statement, errorShare));
    }
    return rated(clamp(users));
  });
}

/** Seconds that the slowest twentieth of the screens takes; `Infinity` where requests fail. */
export function slowest(r: Rig, users: number): number {
  let wait = 0;
  for (const resource of RESOURCES) {
    const hard = r.hard[resource];
    if (hard !== undefined && users > hard) return Infinity;
  }
  const errorShare = (r.share / SLOWEST) * ERROR_SHARE;
  for (const { station } of r.stations) {
    wait = Math.max(wait, waitAt(station, users, r.share));
    if (r.share > 0.25 && waitAt(station, users, errorShare) > supabase.statement) return Infinity;
  }
  return r.alone + wait;
}
