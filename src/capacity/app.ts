import { bubble } from './constants/bubble.ts';
import { firebase } from './constants/firebase.ts';
import { hosting } from './constants/hosting.ts';
import { lab } from './constants/lab.ts';
import type { PlanId } from './constants/plans.ts';
import { supabase } from './constants/supabase.ts';
import { usage } from './constants/usage.ts';
import { visitor } from './constants/visitor.ts';
import type { Amount, Choice } from './range.ts';
import { range } from './range.ts';

/** How code reaches the database. `each`: a new connection for each request. */
type Connect = 'api' | 'pooler' | 'pool' | 'each';
/** What the heaviest list of a screen fetches: a page of it, one user's rows, the whole table. */
type Fetch = 'page' | 'own' | 'all';
/** How a privacy rule is checked: not at all or once a query; a comparison, or another table, for each row. */
type Rule = 'once' | 'row' | 'join';
/** How a screen hears of changes: not, its own ones, every change, by asking again. */
type Live = 'no' | 'own' | 'table' | 'poll';

/** What an app has that is chosen, not counted. */
export interface Choices {
  plan: PlanId;
  connect: Connect;
  fetch: Fetch;
  rule: Rule;
  live: Live;
  /** Does a filter or sort of the heavy list find its rows by an index? */
  indexed: 'yes' | 'no';
  /** Where server code runs: in functions that start as needed, or in one server. */
  host: 'functions' | 'server';
  /** Where pages and pictures come from. */
  delivery: 'cdn' | 'server';
  /** Does a slow call hold a database connection while it waits? */
  slowHolds: 'yes' | 'no';
  /** Does the app's own server pass by the privacy rules, as the owner of the database does? */
  bypass: 'yes' | 'no';
  /** Who makes the rows that the app's own server asks for into JSON. */
  json: 'server' | 'database';
  /** Does the app stop when the plan's monthly units are used up, or is the rest billed? */
  stops: 'yes' | 'no';
}

/**
 * What an app has that is counted, with its unit, what it may be, and its usual range. An app that
 * leaves a quantity out has the usual one. Beneath the app's own stand those of its visitors and
 * the constants of the model that are known as a range only.
 */
export const quantities = {
  /** Rows of the biggest table, and bytes of one. */
  rows: { unit: 'rows', within: [0, 1e9], usual: range(1e3, 1e5) },
  rowBytes: { unit: 'bytes', within: [8, 1e6], usual: range(150, 800) },
  /** Rows on a page of the list; rows that belong to one user. */
  page: { unit: 'rows', within: [1, 1e4], usual: range(20, 50) },
  own: { unit: 'rows', within: [1, 1e6], usual: range(20, 500) },
  /** Rows that the web API returns at most. */
  apiRows: { unit: 'rows', within: [1, 1e9], usual: supabase.apiRows },
  /** Share of the fetched rows that the browser draws when it has all of them. */
  drawn: { unit: 'share', within: [0, 1], usual: range(0.1, 1) },
  /** Requests for data that a screen makes; how many of them have to wait for one another. */
  requests: { unit: 'requests', within: [0, 1e4], usual: range(1, 3) },
  rounds: { unit: 'rounds', within: [0, 100], usual: range(1, 3) },
  /** How many of them fetch the heavy list; how many are made at most one by one: those beyond come from a loop inside one of them, on one connection. */
  lists: { unit: 'requests', within: [0, 100], usual: 1 },
  apart: { unit: 'requests', within: [1, 100], usual: 3 },
  /** Share of the heavy requests that search a text for a part of it. */
  searched: { unit: 'share', within: [0, 1], usual: range(0, 0.2) },
  /** Share of screens that a cache answers today, and that one for all visitors could answer. */
  cached: { unit: 'share', within: [0, 1], usual: 0 },
  cacheable: { unit: 'share', within: [0, 1], usual: range(0.5, 0.9) },
  writes: { unit: 'share', within: [0, 1], usual: usage.writes },
  tableIndexes: { unit: 'indexes', within: [0, 100], usual: range(1, 5) },
  /** Connections of the pool, of one function, and of the platform's own services. */
  pool: { unit: 'connections', within: [1, 1e4], usual: hosting.pool },
  perFunction: { unit: 'connections', within: [1, 100], usual: hosting.perFunction },
  taken: { unit: 'connections', within: [0, 100], usual: supabase.taken },
  databaseRtt: { unit: 's', within: [0, 1], usual: hosting.databaseRtt },
  serverCores: { unit: 'cores', within: [0.1, 1e3], usual: hosting.serverCores },
  serverMbit: { unit: 'Mbit/s', within: [1, 1e5], usual: hosting.serverMbit },
  /** Bytes that a screen loads from the one server beside its data. */
  assets: { unit: 'bytes', within: [0, 1e8], usual: hosting.assets },
  /** What its host lets leave a month, and the price of one gigabyte more. */
  hostTransfer: { unit: 'GB a month', within: [0, 1e6], usual: hosting.transfer },
  hostPrice: { unit: 'USD a GB', within: [0, 10], usual: hosting.transferPrice },
  /** Share of screens that make a slow call, its seconds, the calls a second that its service takes. */
  slow: { unit: 'share', within: [0, 1], usual: 0 },
  slowSeconds: { unit: 's', within: [0, 600], usual: range(1, 5) },
  slowRate: { unit: 'calls/s', within: [0.01, 1e6], usual: usage.slowRate },
  /** Seconds after which a function is cut off. */
  timeLimit: { unit: 's', within: [1, 1e6], usual: hosting.vercel },
  /** Functions that may run at once. */
  functions: { unit: 'functions', within: [1, 1e6], usual: hosting.functions },
  /** Changes that one user makes in a second, listeners who see each, seconds between two polls. */
  changes: { unit: 'changes/s', within: [0, 100], usual: usage.changes },
  audience: { unit: 'listeners', within: [1, 1e5], usual: usage.audience },
  pollSeconds: { unit: 's', within: [0.5, 3600], usual: range(3, 15) },

  think: { unit: 's', within: [0.1, 3600], usual: visitor.think },
  rtt: { unit: 's', within: [0, 2], usual: visitor.rtt },
  mbit: { unit: 'Mbit/s', within: [0.05, 1e5], usual: visitor.mbit },
  /** Bytes before compression for one on the line. */
  gzip: { unit: 'bytes a byte', within: [1, 50], usual: visitor.gzip },
  device: { unit: 'times a laptop', within: [0, 20], usual: visitor.device },
  activeHours: { unit: 'h', within: [1, 24], usual: usage.activeHours },
  peak: { unit: 'times the mean', within: [1, 100], usual: usage.peak },

  speed: { unit: 'lab cores', within: [0.1, 10], usual: lab.speed },
  /** How far the load of a real app lies from the modelled one when everything else is known. */
  misfit: { unit: 'times the modelled load', within: [0.1, 10], usual: lab.misfit },
  joinRule: { unit: 's a row', within: [0, 0.1], usual: lab.joinRule },
  rest: { unit: 's', within: [0, 0.1], usual: lab.rest },
  connectCost: { unit: 's', within: [0, 1], usual: lab.connect },
  connectServer: { unit: 's', within: [0, 1], usual: lab.connectServer },
  /** Share of the answers that come to the app's own server over an encrypted connection. */
  encrypted: { unit: 'share', within: [0, 1], usual: hosting.encrypted },
  /** A new connection to the pooler, where each request makes one: the pooler's side, the server's. */
  poolerConnect: { unit: 's', within: [0, 1], usual: 0 },
  poolerConnectServer: { unit: 's', within: [0, 1], usual: 0 },
  firestoreLatency: { unit: 's', within: [0, 5], usual: firebase.latency },
  envelope: { unit: 'bytes a byte', within: [1, 10], usual: firebase.envelope },
  bubbleSearch: { unit: 's', within: [0, 1], usual: bubble.search },
  bubbleThing: { unit: 's', within: [0, 0.1], usual: bubble.thing },
  bubbleLatency: { unit: 's', within: [0, 5], usual: bubble.latency },
  bubbleProgram: { unit: 's', within: [0, 10], usual: bubble.program },
  bubbleUnits: { unit: 'workload units', within: [0, 1e3], usual: bubble.units },
  bubbleThingUnits: { unit: 'workload units', within: [0, 10], usual: bubble.thingUnits },
} as const satisfies Record<
  string,
  { unit: string; within: readonly [number, number]; usual: Amount }
>;

export type QuantityId = keyof typeof quantities;

/**
 * What the plan decides, unless the app says otherwise: its unit, and what an app may say. A plan of a
 * vendor who sets no such limit has `Infinity`.
 */
export const planQuantities = {
  /** Cores of the database; of Bubble's servers where those do its work. */
  cores: { unit: 'cores', within: [0.25, 64] },
  /** Speed of one of them in a busy hour. */
  burst: { unit: 'lab cores', within: [0.05, 2] },
  /** What the disk reads in a second. */
  disk: { unit: 'MB/s', within: [1, 1e5] },
  /** Memory of the database. */
  memory: { unit: 'MB', within: [128, 1e6] },
  /** Direct connections that the database takes; clients that its pooler takes. */
  slots: { unit: 'connections', within: [1, 1e4] },
  clients: { unit: 'connections', within: [1, 1e5] },
} as const satisfies Record<string, { unit: string; within: readonly [number, number] }>;
export type PlanQuantity = keyof typeof planQuantities;

/** A described app: what is left out is usual. */
export type App = { readonly [C in keyof Choices]?: Choice<Choices[C]> } & {
  readonly [Q in QuantityId | PlanQuantity]?: Amount;
};

/** Choices that no repair changes. */
type Fixed = 'host' | 'slowHolds' | 'bypass' | 'json';

/** What repairs can change in an app; small, because each repair of each app makes a new one. */
type Changeable =
  | Exclude<keyof Choices, Fixed>
  | PlanQuantity
  | 'requests'
  | 'rounds'
  | 'cached'
  | 'pool'
  | 'slow'
  | 'pollSeconds';

/** The rest of an app: its data, its visitors, the constants. */
type Setting = Pick<Choices, Fixed> & {
  readonly [Q in Exclude<QuantityId, Changeable>]: number;
};

/** One app out of the hundred that fit a description: every choice made, every amount fixed. */
export type Sample = { readonly [C in keyof Choices & Changeable]: Choices[C] } & {
  readonly [Q in (QuantityId | PlanQuantity) & Changeable]: number;
} & { readonly setting: Setting };

/** Choices of an app that says nothing else. */
export const usualChoices: { readonly [C in keyof Choices]: Choices[C] } = {
  plan: 'supabase-free',
  connect: 'api',
  fetch: 'page',
  rule: 'once',
  live: 'no',
  indexed: 'yes',
  host: 'functions',
  delivery: 'cdn',
  slowHolds: 'no',
  bypass: 'yes',
  json: 'server',
  stops: 'yes',
};
