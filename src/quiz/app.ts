/**
 * What a description of an app follows from the answers. An answer narrows a range; what was not
 * asked or not known has the platform's usual range. The weights stand for how often a thing was
 * seen in 49 public repositories of AI-built apps, read in November 2026 (40 of them read lists, 29
 * keep their data on Supabase); where those say nothing the weights are even.
 */
import type { App, Choices } from '#src/capacity/app.ts';
import { bubble } from '#src/capacity/constants/bubble.ts';
import { firebase } from '#src/capacity/constants/firebase.ts';
import { hosting } from '#src/capacity/constants/hosting.ts';
import type { PlanId } from '#src/capacity/constants/plans.ts';
import { supabase } from '#src/capacity/constants/supabase.ts';
import { usage } from '#src/capacity/constants/usage.ts';
import { type Amount, type Choice, oneOf, range } from '#src/capacity/range.ts';
import type { Answers } from './answers.ts';
import { backendOf, UNKNOWN } from './questions.ts';

type Weighted<T> = readonly (readonly [T, number])[];

/** The answer, or nothing when it was not asked or not known. */
function known<T extends string>(answer: T | typeof UNKNOWN | undefined): T | undefined {
  return answer === UNKNOWN ? undefined : (answer as T | undefined);
}

const supabasePlan: Weighted<PlanId> = [
  ['supabase-free', 40],
  ['supabase-micro', 42],
  ['supabase-small', 12],
  ['supabase-medium', 6],
];
const postgresPlan: Weighted<PlanId> = [
  ['postgres-tiny', 40],
  ['postgres-small', 40],
  ['postgres-medium', 20],
];
const firebasePlan: Weighted<PlanId> = [
  ['spark', 40],
  ['blaze', 60],
];
const bubblePlan: Weighted<PlanId> = [
  ['bubble-free', 10],
  ['bubble-starter', 45],
  ['bubble-growth', 35],
  ['bubble-team', 10],
];

/** How often an app from each tool keeps its data on Supabase, another Postgres, Firebase. */
const backends: Readonly<Record<string, readonly [number, number, number]>> = {
  bolt: [80, 10, 10],
  v0: [50, 45, 5],
  cursor: [45, 40, 15],
  replit: [10, 85, 5],
  code: [25, 60, 15],
};

const share = <T>(all: Weighted<T>, of: number): Weighted<T> =>
  all.map(([value, weight]) => [value, weight * of] as const);

function planOf(a: Answers): Choice<PlanId> {
  const backend = backendOf(a);
  if (backend === 'supabase') {
    const plan = known(a.supabasePlan);
    return plan ? `supabase-${plan}` : oneOf(...supabasePlan);
  }
  if (backend === 'firebase') return known(a.firebasePlan) ?? oneOf(...firebasePlan);
  if (backend === 'bubble') {
    const plan = known(a.bubblePlan);
    return plan ? `bubble-${plan}` : oneOf(...bubblePlan);
  }
  if (backend === 'postgres') {
    const plan = known(a.postgresPlan);
    return plan ? `postgres-${plan}` : oneOf(...postgresPlan);
  }
  const [onSupabase, onPostgres, onFirebase] = backends[a.builder ?? ''] ?? [50, 35, 15];
  return oneOf(
    ...share(supabasePlan, onSupabase),
    ...share(postgresPlan, onPostgres),
    ...share(firebasePlan, onFirebase),
  );
}

const rows: Readonly<Record<string, Amount>> = {
  '1k': range(100, 1e3),
  '10k': range(1e3, 1e4),
  '100k': range(1e4, 1e5),
  '1m': range(1e5, 1e6),
  more: range(1e6, 1e7),
};

/** People in a month for an answer; nothing for nobody yet and for not known. */
export const monthlyUsers: Readonly<Record<string, Amount>> = {
  '100': range(10, 100),
  '1k': range(100, 1e3),
  '10k': range(1e3, 1e4),
  '100k': range(1e4, 1e5),
  more: range(1e5, 1e6),
};

const requests: Readonly<Record<string, Pick<App, 'requests' | 'rounds'>>> = {
  few: { requests: range(1, 3), rounds: range(1, 2) },
  many: { requests: range(4, 15), rounds: range(1, 4) },
  each: { requests: range(20, 50), rounds: range(2, 4) },
};

const cached: Readonly<Record<string, Amount>> = {
  database: 0,
  browser: range(0.1, 0.4),
  shared: range(0.6, 0.95),
};

/** How server code reaches the database when nobody could say, by tool and database. */
function usualConnect(a: Answers): Choice<Choices['connect']> {
  const backend = backendOf(a);
  if (backend === 'supabase') return oneOf(['api', 60], ['pooler', 15], ['pool', 10], ['each', 15]);
  if (a.builder === 'replit') return oneOf(['pool', 70], ['each', 30]);
  if (backend === undefined) return oneOf(['api', 50], ['pooler', 15], ['pool', 15], ['each', 20]);
  return oneOf(['pooler', 30], ['pool', 30], ['each', 40]);
}

function server(a: Answers): Pick<App, 'connect' | 'host' | 'delivery'> {
  const backend = backendOf(a);
  const hosted = backend === 'bubble' || a.builder === 'lovable' || a.builder === 'bolt';
  const delivery =
    a.delivery === 'server'
      ? 'server'
      : known(a.delivery) || hosted || a.builder === 'v0'
        ? 'cdn'
        : oneOf(['cdn', 60], ['server', 40]);
  if (hosted || backend === 'firebase') return { connect: 'api', host: 'functions', delivery };
  const connect = known(a.connection) ?? usualConnect(a);
  const running = connect === 'pool' || a.builder === 'replit';
  return { connect, host: running ? 'server' : 'functions', delivery };
}

const timeLimits: Readonly<Record<string, Amount>> = {
  lovable: range(supabase.functionFree, supabase.functionPaid),
  bolt: range(hosting.netlify, supabase.functionFree),
  v0: hosting.vercel,
  cursor: range(hosting.netlify, hosting.vercel),
  bubble: bubble.functionTime,
};

function slow(a: Answers): Pick<App, 'slow' | 'slowSeconds' | 'slowHolds' | 'timeLimit'> {
  const timeLimit =
    timeLimits[a.builder ?? ''] ??
    (backendOf(a) === 'firebase' ? firebase.functionTime : hosting.own);
  if (a.slow === 'no' || a.slow === 'background') return { slow: 0, timeLimit };
  if (a.slow === 'short' || a.slow === 'long') {
    return {
      slow: usage.slow,
      slowSeconds: a.slow === 'short' ? range(1, 5) : range(10, 60),
      slowHolds: oneOf(['yes', 40], ['no', 60]),
      timeLimit,
    };
  }
  return {
    slow: range(0.002, 0.1),
    slowSeconds: range(1, 15),
    slowHolds: oneOf(['yes', 25], ['no', 75]),
    timeLimit,
  };
}

/**
 * Bubble bills what goes beyond the plan unless the owner unticked it; with this many users an app
 * runs today only because it does.
 */
function stops(a: Answers): Choice<'yes' | 'no'> {
  return a.users === '100k' || a.users === 'more' ? 'no' : oneOf(['yes', 15], ['no', 85]);
}

/** The description of an app that the answers give; the order in which they were given is no matter. */
export function appOf(a: Answers): App {
  const fetch = known(a.list) ?? oneOf<Choices['fetch']>(['page', 23], ['own', 52], ['all', 25]);
  return {
    plan: planOf(a),
    ...server(a),
    rows: rows[a.rows ?? ''] ?? range(1e3, 2e5),
    fetch,
    indexed:
      a.indexes === 'yes' || a.indexes === 'no'
        ? a.indexes
        : a.rows === '1k' || a.indexes === 'some'
          ? oneOf(['yes', 50], ['no', 50])
          : oneOf(['yes', 33], ['no', 67]),
    rule:
      a.rules === 'off'
        ? 'once'
        : (known(a.rules) ?? oneOf<Choices['rule']>(['once', 10], ['row', 55], ['join', 35])),
    ...(requests[a.requests ?? ''] ?? { requests: range(2, 30), rounds: range(1, 4) }),
    cached: cached[a.cache ?? ''] ?? range(0, 0.3),
    // What belongs to one user can be cached for her alone.
    cacheable: a.list === 'own' ? range(0.2, 0.6) : range(0.5, 0.9),
    ...slow(a),
    live:
      known(a.live) ?? oneOf<Choices['live']>(['no', 45], ['own', 15], ['table', 20], ['poll', 20]),
    stops: stops(a),
  };
}
