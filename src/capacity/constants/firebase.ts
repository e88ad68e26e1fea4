import { range } from '../range.ts';
import type { Plan, PlanSources, Sources } from './constant.ts';

export const firebase = {
  /** Seconds that one round of reads takes beyond the way there and back. */
  latency: range(0.03, 0.12),
  /** Bytes of a document on the line for one byte of its values. */
  envelope: range(1.3, 2.2),
  /** Reads and writes that a day includes, gigabytes that a month includes; US dollars for one more. */
  freeReads: 50_000,
  freeWrites: 20_000,
  freeTransfer: 10.7,
  readPrice: 0.06 / 100_000,
  writePrice: 0.18 / 100_000,
  transferPrice: 0.12,
  /** Seconds for which a function behind a hosting rewrite may run. */
  functionTime: 60,
} as const;

const firestore = {
  backend: 'firestore',
  cores: Infinity,
  burst: range(1, 1),
  sustained: 1,
  memory: Infinity,
  slots: Infinity,
  clients: Infinity,
  disk: range(1e6, 1e6),
  liveConnections: 200_000,
  liveMessages: 100_000,
  writes: 500,
  monthlyUnits: Infinity,
} as const;

export const firebasePlans = {
  spark: { ...firestore, dailyReads: firebase.freeReads, price: 0 },
  blaze: { ...firestore, dailyReads: Infinity, price: 0 },
} as const satisfies Record<string, Plan>;

const limits = { source: 'firebase.google.com/docs/database/usage/limits', date: '2026-11-22' };

const unsold = {
  source:
    'Assumption: Firestore sells neither processor nor disk; it scales by itself, so none is the limit and no work is counted there',
  date: '2026-11-23',
};

export const firebasePlanSources = (): PlanSources => ({
  cores: { unit: 'cores', ...unsold },
  burst: { unit: 'share of a lab core', ...unsold },
  sustained: { unit: 'share of a lab core', ...unsold },
  disk: { unit: 'MB/s', ...unsold },
  liveConnections: { unit: 'connections', ...limits },
  liveMessages: { unit: 'messages a second', ...limits },
  dailyReads: {
    unit: 'reads a day',
    source: 'cloud.google.com/firestore/pricing',
    date: '2026-11-22',
  },
  writes: {
    unit: 'writes a second to a collection with a sequential index',
    source: 'cloud.google.com/firestore/quotas',
    date: '2026-11-22',
  },
  price: { unit: 'USD a month', source: 'cloud.google.com/firestore/pricing', date: '2026-11-22' },
});

const free = { source: 'cloud.google.com/firestore/pricing (free quota)', date: '2026-11-22' };

const list = {
  source:
    'Multi-region list of 2018, quoted at github.com/ccckmit/misavo/wiki/Firebase; single regions cost about half',
  date: '2026-11-22',
};

export const firebaseSources = (): Sources<typeof firebase> => ({
  latency: { unit: 's', source: 'Assumption; not measured by us', date: '2026-11-23' },
  envelope: {
    unit: 'bytes a byte',
    source: 'Assumption: the REST form names the type of each value',
    date: '2026-11-23',
  },
  freeReads: { unit: 'reads a day', ...free },
  freeWrites: { unit: 'writes a day', ...free },
  freeTransfer: { unit: 'GB a month', ...free },
  readPrice: { unit: 'USD a read', ...list },
  writePrice: { unit: 'USD a write', ...list },
  transferPrice: {
    unit: 'USD a GB',
    source: 'Assumption: what leaves Google’s cloud for the internet in most places',
    date: '2026-11-23',
  },
  functionTime: {
    unit: 's',
    source: 'firebase.google.com/docs/hosting/functions',
    date: '2026-11-22',
  },
});
