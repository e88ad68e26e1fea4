import type { Answers } from '#src/quiz/answers.ts';
import type { RepairId } from '#src/report/repairs.ts';

/**
 * The repairs that an article can explain, each with the answer that makes an app need it. A larger
 * plan is bought, not explained.
 */
export const faults = {
  'page-on-server': { list: 'all' },
  'add-indexes': { indexes: 'no' },
  'rules-once': { rules: 'join' },
  'join-requests': { requests: 'each' },
  'pool-connections': { connection: 'each' },
  'shared-cache': { cache: 'database' },
  'narrow-live': { live: 'table' },
  'move-to-background': { slow: 'long' },
  'use-cdn': { delivery: 'server' },
} as const satisfies Partial<Record<RepairId, Answers>>;

export type Explained = keyof typeof faults;

export const EXPLAINED = Object.keys(faults) as [Explained, ...Explained[]];
