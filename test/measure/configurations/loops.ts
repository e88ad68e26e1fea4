import type { Draft } from '../lab/configuration.ts';

/** One query for each row, caches, and calls to somebody else's service. */
export const loops: readonly Draft[] = [
  {
    name: 'loop-100',
    use: 'calibration',
    about: 'A list of 100, then one query for each of them.',
    indexed: true,
    page: 100,
    screen: { ask: 'children' },
  },
  {
    name: 'loop-40',
    use: 'unused',
    about: 'A list of 40, then one query for each of them.',
    indexed: true,
    page: 40,
    screen: { ask: 'children' },
  },
  {
    name: 'loop-far',
    use: 'calibration',
    about: 'A list of 20 and a query for each, 5 ms away, behind a pool of ten.',
    indexed: true,
    screen: { ask: 'children', roundTrip: 0.005 },
  },
  {
    name: 'loop-far-small-pool',
    use: 'unused',
    about: 'A list of 40 and a query for each, 3 ms away, behind a pool of five.',
    indexed: true,
    page: 40,
    screen: { ask: 'children', roundTrip: 0.003, connect: 5 },
  },
  {
    name: 'cache-80',
    use: 'calibration',
    about: 'A cache answers 80 % of the lists of 300,000 unindexed rows.',
    rows: 300_000,
    screen: { cache: { hits: 0.8, together: false } },
  },
  {
    name: 'cache-50-turns',
    use: 'unused',
    about: 'A cache answers half of two lists of 100,000 unindexed rows, asked in turn.',
    screen: { requests: 2, cache: { hits: 0.5, together: false } },
  },
  {
    name: 'cache-90',
    use: 'unused',
    about: 'A cache answers 90 % of the lists of 300,000 unindexed rows.',
    rows: 300_000,
    screen: { cache: { hits: 0.9, together: false } },
  },
  {
    name: 'slow-call-holds',
    use: 'calibration',
    about: 'A call of 5 s in 10 % of the requests keeps a place in a pool of ten.',
    indexed: true,
    screen: { slowCall: { seconds: 5, share: 0.1, holds: true } },
  },
  {
    name: 'slow-call-holds-20',
    use: 'unused',
    about: 'A call of 3 s in 20 % of the requests keeps a place in a pool of twenty.',
    indexed: true,
    screen: { connect: 20, slowCall: { seconds: 3, share: 0.2, holds: true } },
  },
  {
    name: 'slow-call-released',
    use: 'unused',
    about:
      'A call of 2 s in 4 % of the requests, its place in the pool given back; an N+1 of 60 beside it.',
    indexed: true,
    page: 60,
    screen: { ask: 'children', slowCall: { seconds: 2, share: 0.04, holds: false } },
  },
  {
    name: 'time-limit-call',
    use: 'unused',
    about: 'A call of 2.5 s in every tenth request of a function that may run 2 s.',
    indexed: true,
    screen: { timeLimit: 2, slowCall: { seconds: 2.5, share: 0.1, holds: false } },
  },
];
