import { range } from '../range.ts';
import type { Plan, PlanSources, Sources } from './constant.ts';

const shared = {
  backend: 'sql',
  cores: 2,
  burst: range(0.5, 1),
  dailyReads: Infinity,
  writes: Infinity,
  monthlyUnits: Infinity,
} as const;

/** Live updates of the Pro plan, and of Pro without a spend cap. */
const pro = { liveConnections: 500, liveMessages: 500 } as const;
const uncapped = { liveConnections: 10_000, liveMessages: 2_500 } as const;

export const supabasePlans = {
  'supabase-free': {
    ...shared,
    sustained: 0.05,
    memory: 512,
    slots: 60,
    clients: 200,
    disk: range(5.4, 125),
    liveConnections: 200,
    liveMessages: 100,
    price: 0,
  },
  'supabase-micro': {
    ...shared,
    sustained: 0.1,
    memory: 1024,
    slots: 60,
    clients: 200,
    disk: range(10.9, 125),
    ...pro,
    price: 25,
  },
  'supabase-small': {
    ...shared,
    sustained: 0.2,
    memory: 2048,
    slots: 90,
    clients: 400,
    disk: range(21.8, 125),
    ...pro,
    price: 30,
  },
  'supabase-medium': {
    ...shared,
    sustained: 0.2,
    memory: 4096,
    slots: 120,
    clients: 600,
    disk: range(43.4, 125),
    ...pro,
    price: 75,
  },
  'supabase-large': {
    ...shared,
    burst: range(0.9, 1.1),
    sustained: 1.1,
    memory: 8192,
    slots: 160,
    clients: 800,
    disk: range(78.8, 125),
    ...uncapped,
    price: 125,
  },
} as const satisfies Record<string, Plan>;

export const supabase = {
  /** Connections that Supabase's own services hold. */
  taken: range(10, 25),
  /** Rows that the web API returns at most, unless the owner raised it. */
  apiRows: 1_000,
  /** Connections of the web API's pool. */
  apiPool: 10,
  /** Seconds after which the database stops a signed-in user's query. */
  statement: 8,
  /** Gigabytes that may leave a month: free plan, paid plans; US dollars for one more. */
  freeTransfer: 5,
  transfer: 250,
  transferPrice: 0.09,
  /** Seconds for which an edge function may run: free, paid. */
  functionFree: 150,
  functionPaid: 400,
} as const;

const compute = {
  source:
    'github.com/supabase/supabase apps/docs/content/guides/platform/compute-and-disk.mdx @02a13c9',
  date: '2026-11-22',
};
const live = { source: 'supabase.com/docs/guides/realtime/limits', date: '2026-11-22' };

export const supabasePlanSources = (): PlanSources => ({
  cores: { unit: 'cores', ...compute },
  burst: {
    unit: 'share of a lab core',
    source: `Assumption: a shared core gives half to all of one while it may burst (${compute.source} promises no more)`,
    date: '2026-11-23',
  },
  sustained: {
    unit: 'share of a core',
    source:
      'AWS ElastiCache guide, burstable node table: baseline of T4g nano 5 %, micro 10 %, small and medium 20 % of a core',
    date: '2026-11-22',
  },
  memory: { unit: 'MB', ...compute },
  slots: { unit: 'connections', ...compute },
  clients: { unit: 'connections', ...compute },
  disk: { unit: 'MB/s, from the plan’s baseline to the disk’s own limit', ...compute },
  liveConnections: { unit: 'connections', ...live },
  liveMessages: { unit: 'messages a second', ...live },
  price: {
    unit: 'USD a month',
    source: 'supabase.com/pricing, compute on top of Pro',
    date: '2026-11-22',
  },
});

const transfer = {
  source: 'supabase.com/pricing; supabase.com/docs/guides/platform/manage-your-usage/egress',
  date: '2026-11-22',
};

export const supabaseSources = (): Sources<typeof supabase> => ({
  taken: {
    unit: 'connections',
    source:
      'Assumption: sign-in, storage, live updates and the web API’s pool of 10 hold their own',
    date: '2026-11-23',
  },
  apiRows: {
    unit: 'rows',
    source: 'supabase.com/docs/reference/javascript/select',
    date: '2026-11-22',
  },
  apiPool: {
    unit: 'connections',
    source: 'github.com/PostgREST/postgrest docs/references/configuration.rst @4834678 (db-pool)',
    date: '2026-08-21',
  },
  statement: {
    unit: 's',
    source:
      'github.com/supabase/supabase apps/docs/content/guides/database/postgres/timeouts.mdx @0444a27',
    date: '2026-11-22',
  },
  freeTransfer: { unit: 'GB a month', ...transfer },
  transfer: { unit: 'GB a month', ...transfer },
  transferPrice: { unit: 'USD a GB', ...transfer },
  functionFree: {
    unit: 's',
    source: 'supabase.com/docs/guides/functions/limits',
    date: '2026-11-22',
  },
  functionPaid: {
    unit: 's',
    source: 'supabase.com/docs/guides/functions/limits',
    date: '2026-11-22',
  },
});
