import type { Sources } from './constant.ts';

/** What a repair comes to, where that is a number of its own. */
export const repaired = {
  /** Requests of a screen whose requests are joined. */
  requests: 2,
  /** Seconds between two polls that only ask whether anything changed. */
  pollSeconds: 60,
} as const;

export const repairedSources = (): Sources<typeof repaired> => ({
  requests: {
    unit: 'requests',
    source: 'Assumption: one for the list, one for all that belongs to it',
    date: '2026-11-23',
  },
  pollSeconds: {
    unit: 's',
    source: 'Assumption: what changes seldom may be a minute old',
    date: '2026-11-23',
  },
});
