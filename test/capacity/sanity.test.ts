import { describe, expect, test } from 'vitest';
import type { App } from '#src/capacity/app.ts';
import { draw } from '#src/capacity/draw.ts';
import { limits, load } from '#src/capacity/limits.ts';
import { RESOURCES, type Resource } from '#src/capacity/rating.ts';
import { rig } from '#src/capacity/rig.ts';
import { mend } from '#src/report/mend.ts';
import { repairIds } from '#src/report/repairs.ts';

/** Ten seconds between clicks on a near laptop, lab cores, a model without an error of its own. */
const near: App = {
  burst: 1,
  speed: 1,
  misfit: 1,
  think: 10,
  rtt: 0.02,
  mbit: 50,
  gzip: 4,
  device: 1,
  connect: 'pool',
  pool: 10,
  host: 'functions',
  databaseRtt: 0.001,
  requests: 1,
  rounds: 1,
  rows: 10_000,
  rowBytes: 250,
  page: 20,
  searched: 0,
  writes: 0.1,
  slow: 0,
  functions: 30_000,
};

/** The same on a server of its own with two cores. */
const plain: App = {
  ...near,
  plan: 'postgres-small',
  cores: 2,
  memory: 16_000,
  disk: 500,
  slots: 100,
  taken: 0,
};

/** Everything that the tools of our visitors do wrong at once, on the free plan. */
const asBuilt: App = {
  ...near,
  plan: 'supabase-free',
  connect: 'api',
  rest: 0.9e-3,
  burst: 1.1,
  rows: 100_000,
  fetch: 'all',
  indexed: 'no',
  rule: 'join',
  requests: 20,
  rounds: 4,
  cached: 0,
  cacheable: 0.7,
  slow: 0.1,
  slowSeconds: 12,
  timeLimit: 10,
  slowRate: 50 / 60,
  delivery: 'server',
  assets: 2e6,
  serverMbit: 100,
  changes: 0.001,
  audience: 1,
};

interface Row {
  readonly name: string;
  readonly app: App;
  /** Every repair of the report is done, in its order. */
  readonly repaired?: true;
  /** Users at once that pencil and paper give: at least, at most. */
  readonly between: readonly [number, number];
  readonly first?: Resource;
  readonly because: string;
}

const rows: Row[] = [
  {
    name: 'a free plan with 60 connections, one a request, each held for 170 ms',
    app: {
      ...near,
      plan: 'supabase-free',
      connect: 'each',
      taken: 15,
      perFunction: 1,
      // One way there and back for the query, three to connect.
      databaseRtt: 0.17 / 4,
      connectCost: 0,
    },
    between: [1_800, 2_050],
    first: 'connections',
    because:
      'the platform’s own services hold 15 of the 60; Erlang B: 45 places refuse 1 % at a load of 33.4, so 33.4 ÷ 0.17 s = 196 requests a second, and each of ten users makes one in a second',
  },
  {
    name: 'a million rows without an index',
    app: { ...plain, rows: 1e6, indexed: 'no' },
    between: [500, 660],
    first: 'cpu',
    because:
      'a scan takes 0.032 s for the rows and 0.008 s for the pages: two cores make 50 a second, and a user comes back after 10 s and waits up to 3',
  },
  {
    name: 'a million rows without an index, nine screens in ten from a cache',
    app: { ...plain, rows: 1e6, indexed: 'no', cached: 0.9 },
    between: [4_500, 5_400],
    first: 'cpu',
    because:
      'a user reaches the database every 100 s, but then waits in full: (100 s + 3 s) × 50 a second, less than the 6,500 of a screen that costs a tenth',
  },
  {
    name: 'a million rows with an index',
    app: { ...plain, rows: 1e6 },
    between: [50_000, 100_000],
    because: 'twenty index rows take 0.1 ms plus the query’s 0.05 ms, a thousandth of the scan',
  },
  {
    name: 'a million rows without an index that memory does not hold',
    app: { ...plain, rows: 1e6, indexed: 'no', memory: 200, disk: 500, pool: 10 },
    between: [180, 260],
    first: 'pool',
    because:
      'a scan reads 0.25 GB in 0.5 s and takes the processor 0.05 s; all who scan read the table once between them, but each holds one of ten places: 18 a second, times 10 s and the 2.4 s that are left',
  },
  {
    name: 'the same with ninety places',
    app: { ...plain, rows: 1e6, indexed: 'no', memory: 200, disk: 500, pool: 90 },
    between: [400, 480],
    first: 'cpu',
    because:
      '0.03 s for the rows and 0.03 s for 30,000 pages that are copied from the system’s cache: two cores make 35 a second, and a user comes back after 10 s and waits up to 2.4',
  },
  {
    name: 'all rows to the browser on slow 4G',
    app: { ...plain, fetch: 'all', mbit: 1.6, rtt: 0.15 },
    between: [1, 1],
    first: 'network',
    because:
      '10,000 rows of 250 bytes, a quarter after compression: 5 Mbit on a line of 1.6 takes 3.1 s for the first user already',
  },
  {
    name: 'all rows of a large table to a slow phone on a fast line',
    app: { ...plain, fetch: 'all', mbit: 1_000, device: 4, drawn: 1, rows: 14_000 },
    between: [1, 1],
    first: 'device',
    because:
      'drawing 14,000 rows at 0.063 ms takes 0.9 s on a laptop and 3.5 s on a phone that is four times slower',
  },
  {
    name: 'an AI call of 12 s inside a function limited to 10 s',
    app: { ...plain, slow: 0.1, slowSeconds: 12, timeLimit: 10, slowRate: 1e6 },
    between: [1, 1],
    first: 'function',
    because: 'every such call is cut off, whoever makes it: 10 % of the requests fail, and 1 % may',
  },
  {
    name: 'the same call where 300 s are allowed',
    app: { ...plain, slow: 0.1, slowSeconds: 12, timeLimit: 300, slowRate: 1e6 },
    between: [50_000, 100_000],
    because: 'thirty thousand functions may wait at once; the list is what it was',
  },
  {
    name: 'the same call where a thousand functions may run at once',
    app: { ...plain, slow: 0.1, slowSeconds: 12, timeLimit: 300, slowRate: 1e6, functions: 1_000 },
    between: [8_000, 8_400],
    first: 'function',
    because: 'a click keeps a function for 10 % of 12 s, and a user makes one every 10 s',
  },
  {
    name: 'an AI call of 5 s in a tenth of the clicks that holds one of ten places',
    app: { ...plain, slow: 0.1, slowSeconds: 5, slowHolds: 'yes', slowRate: 1e6 },
    between: [180, 260],
    first: 'pool',
    because:
      'ten places ÷ (10 % of 5 s) is 20 screens a second, so 200 users who click every 10 s; the variance brings it below the 260 of 13 s',
  },
  {
    name: 'an AI service that takes 50 calls a minute',
    app: { ...plain, slow: 0.1, slowSeconds: 5, slowRate: 50 / 60 },
    between: [83, 90],
    first: 'thirdParty',
    because: 'a user makes one call in 100 s, so 83 users make 50 a minute',
  },
  {
    name: 'a static page behind a CDN',
    app: { ...plain, requests: 0, writes: 0.1, delivery: 'cdn' },
    between: [100_000, 100_000],
    because: 'nothing that grows with visitors is ours',
  },
  {
    name: 'pages of 2 MB from one server on a line of 100 Mbit',
    app: { ...plain, delivery: 'server', assets: 2e6, serverMbit: 100 },
    between: [60, 82],
    first: 'network',
    because:
      '16 Mbit a screen fill the line at 6.25 screens a second: 62 users who click every 10 s, 81 who wait for 3 s too',
  },
  {
    name: 'live updates on Supabase’s free plan',
    app: {
      ...plain,
      plan: 'supabase-free',
      connect: 'api',
      live: 'own',
      changes: 0.001,
      audience: 1,
    },
    between: [200, 200],
    first: 'realtime',
    because: 'the plan has 200 live connections',
  },
  {
    name: 'every change of a table to everybody on Supabase Pro',
    app: { ...plain, plan: 'supabase-micro', connect: 'api', live: 'table', changes: 0.05 },
    between: [100, 100],
    first: 'realtime',
    because:
      '100 users × 0.05 changes a second × 100 listeners are the plan’s 500 messages a second',
  },
  {
    name: 'a free Firebase plan and a list of 50 documents',
    app: { ...plain, plan: 'spark', page: 50, requests: 1, activeHours: 12, peak: 3 },
    between: [1, 1],
    first: 'quota',
    because:
      '50,000 reads are 1,000 screens a day; a busy minute of one user means 1,440 screens a day',
  },
  {
    name: 'a table that outgrew the memory, read as a whole',
    app: { ...plain, rows: 1e6, rowBytes: 1_000, indexed: 'no', memory: 512, disk: 100 },
    between: [1, 1],
    first: 'disk',
    because:
      '1.03 GB, of which 0.3 GB are in memory: the rest takes 7 s from a disk of 100 MB a second',
  },
  {
    name: 'everything wrong at once',
    app: asBuilt,
    between: [1, 1],
    first: 'function',
    because: 'a tenth of the clicks is cut off; the pages, the table and the rule come after that',
  },
  {
    name: 'everything repaired',
    app: { ...asBuilt, live: 'no' },
    repaired: true,
    between: [37_000, 41_000],
    first: 'cpu',
    because:
      'two requests at 0.9 ms of the web API and 0.06 ms for the query, 0.06 ms for twenty rows: 2 ms, of which two cores of 1.1 make 1,110 a second; three screens in ten reach them: 3,700 a second, 37,000 users who click every 10 s, 40,400 who wait 3 s every 33 s too',
  },
  {
    name: 'everything repaired, live updates of whole tables too',
    app: { ...asBuilt, live: 'table' },
    repaired: true,
    between: [10_000, 10_000],
    first: 'realtime',
    because: 'the largest plan takes 10,000 live connections',
  },
];

describe('what any engineer would check', () => {
  test.each(rows)('$name: $because', ({ app, repaired, between: [least, most], first }) => {
    const [drawn] = draw(app);
    if (!drawn) throw new Error('No sample was drawn');
    const sample = repaired ? repairIds.reduce((s, id) => mend[id](s, 0), drawn) : drawn;
    const each = limits(rig(sample));
    const users = Math.min(...each);
    expect(users).toBeGreaterThanOrEqual(least);
    expect(users).toBeLessThanOrEqual(most);
    expect(load(rig(sample))).toBe(users);
    if (first) expect(RESOURCES[each.indexOf(users)]).toBe(first);
  });
});
