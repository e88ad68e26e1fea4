import { range } from '../range.ts';
import type { Plan, PlanSources } from './constant.ts';

const server = {
  backend: 'sql',
  liveConnections: Infinity,
  liveMessages: Infinity,
  dailyReads: Infinity,
  writes: Infinity,
  monthlyUnits: Infinity,
  clients: 10_000,
} as const;

/** Postgres elsewhere: sizes as the providers sell them, not one provider's plans. */
export const postgresPlans = {
  'postgres-tiny': {
    ...server,
    cores: 1,
    burst: range(0.25, 1),
    sustained: 0.1,
    memory: 1024,
    slots: 104,
    disk: range(10, 125),
    price: 10,
  },
  'postgres-small': {
    ...server,
    cores: range(1, 2),
    burst: range(0.7, 1.1),
    sustained: 1.1,
    memory: 4096,
    slots: 100,
    disk: range(60, 250),
    price: 50,
  },
  'postgres-medium': {
    ...server,
    cores: 4,
    burst: range(0.9, 1.1),
    sustained: 1.1,
    memory: 16_384,
    slots: 200,
    disk: range(125, 500),
    price: 200,
  },
  'postgres-large': {
    ...server,
    cores: range(8, 16),
    burst: range(0.9, 1.1),
    sustained: 1.1,
    memory: 32_768,
    slots: 400,
    disk: range(125, 1000),
    price: 450,
  },
} as const satisfies Record<string, Plan>;

const sizes = {
  source: 'The answer’s own words: what providers sell under this size',
  date: '2026-11-23',
};

export const postgresPlanSources = (): PlanSources => ({
  cores: { unit: 'cores', ...sizes },
  burst: {
    unit: 'share of a lab core',
    source:
      'Assumption: the smallest sizes get a part of a core (Neon 0.25 compute units), others a whole one',
    date: '2026-11-23',
  },
  sustained: {
    unit: 'share of a core',
    source: 'AWS ElastiCache guide, burstable node table (micro 10 %); assumption for the rest',
    date: '2026-11-22',
  },
  memory: { unit: 'MB', ...sizes },
  slots: {
    unit: 'connections',
    source:
      'postgresql.org/docs/current/runtime-config-connection.html (default 100); neon.com/docs/connect/connection-pooling (104 at 0.25 CU)',
    date: '2026-11-22',
  },
  clients: {
    unit: 'connections',
    source: 'neon.com/docs/connect/connection-pooling (10,000 pooled clients)',
    date: '2026-01-24',
  },
  disk: {
    unit: 'MB/s',
    source: 'Assumption, from the gp3 default of 125 MB/s (facts on compute-and-disk.mdx @02a13c9)',
    date: '2026-11-23',
  },
  price: {
    unit: 'USD a month',
    source: 'Assumption: order of the providers’ lists',
    date: '2026-11-23',
  },
});
