import { range } from '../range.ts';
import type { Plan, PlanSources, Sources } from './constant.ts';

const bubblePlan = {
  backend: 'bubble',
  cores: range(4, 32),
  burst: range(0.7, 1.1),
  sustained: 1.1,
  memory: Infinity,
  slots: Infinity,
  clients: Infinity,
  disk: range(1e6, 1e6),
  liveConnections: Infinity,
  liveMessages: Infinity,
  dailyReads: Infinity,
  writes: Infinity,
} as const;

export const bubblePlans = {
  'bubble-free': { ...bubblePlan, monthlyUnits: 50_000, price: 0 },
  'bubble-starter': { ...bubblePlan, monthlyUnits: 175_000, price: 32 },
  'bubble-growth': { ...bubblePlan, monthlyUnits: 250_000, price: 119 },
  'bubble-team': { ...bubblePlan, monthlyUnits: 500_000, price: 349 },
} as const satisfies Record<string, Plan>;

export const bubble = {
  /** Core seconds of Bubble's servers for one search. */
  search: range(0.02, 0.08),
  /** Core seconds for one thing that it returns, privacy rules checked. */
  thing: range(0.0002, 0.001),
  /** Seconds that a search takes beyond the way there and back. */
  latency: range(0.1, 0.4),
  /** Seconds that the page's own program takes on a laptop before data is shown. */
  program: range(0.15, 0.6),
  /** Workload units of a search, and of one thing that it returns. */
  units: 0.3,
  thingUnits: 0.015,
  /** US dollars for 1,000 workload units beyond the plan. */
  overage: 0.3,
  /** Seconds for which a workflow may run. */
  functionTime: 300,
} as const;

const pricing = {
  source: 'A public copy of bubble.io/pricing; Team (500,000 units) is an assumption',
  date: '2026-11-22',
};

export const bubblePlanSources = (): PlanSources => ({
  cores: {
    unit: 'cores',
    source: 'Assumption: Bubble publishes no figure; one app may use a few to some dozen at once',
    date: '2026-11-23',
  },
  burst: {
    unit: 'share of a lab core',
    source: 'Assumption: as one of a large shared server, as for Supabase’s Large',
    date: '2026-11-23',
  },
  sustained: {
    unit: 'share of a lab core',
    source: 'Assumption: no burst credits are told of, so what is there lasts',
    date: '2026-11-23',
  },
  disk: {
    unit: 'MB/s',
    source:
      'Assumption: Bubble shows its database to nobody, so its disk is in the time of a search',
    date: '2026-11-23',
  },
  monthlyUnits: { unit: 'workload units a month', ...pricing },
  price: { unit: 'USD a month', ...pricing },
});

const guess = { source: 'Assumption; Bubble publishes no figure', date: '2026-11-23' };

const activity = {
  source:
    'manual.bubble.io, activity types and hard limits, as restated at github.com/api-evangelist/bubble rate-limits @6a8c6ab (unverified there)',
  date: '2026-10-07',
};

export const bubbleSources = (): Sources<typeof bubble> => ({
  search: { unit: 's of a core', ...guess },
  thing: { unit: 's of a core', ...guess },
  latency: { unit: 's', ...guess },
  program: { unit: 's', ...guess },
  units: { unit: 'workload units', ...activity },
  thingUnits: { unit: 'workload units', ...activity },
  overage: { unit: 'USD', ...pricing },
  functionTime: { unit: 's', ...activity },
});
