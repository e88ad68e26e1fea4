import { range } from '#src/capacity/range.ts';
import type { Draft } from '../lab/configuration.ts';

/**
 * Several things at once, as real apps have them: combinations that no constant saw. Where the model
 * is told a range, the true figure was drawn by lot from it, evenly on a log scale.
 */
export const mixed: readonly Draft[] = [
  {
    name: 'rule-lists-pool-4',
    use: 'unused',
    about:
      'Three lists at once, a policy asked for each of their 15,000 rows, behind a pool of four.',
    rows: 15_000,
    policy: 'perRow',
    screen: { requests: 3, atOnce: true, connect: 4 },
  },
  {
    name: 'read-and-write',
    use: 'unused',
    about:
      'Eight requests in turn on a table with five indexes: pages of 50, every fourth adds a row.',
    rows: 50_000,
    page: 50,
    indexed: true,
    indexes: 4,
    screen: { requests: 8, writes: 0.25 },
  },
  {
    name: 'bouncer-encrypted-pages',
    use: 'unused',
    about:
      'Five indexed pages of 60 rows over encrypted connections to ten places of PgBouncer in transaction mode.',
    page: 60,
    indexed: true,
    screen: { requests: 5, connect: 20 },
    database: { tls: true, pooler: { mode: 'transaction', size: 10 } },
  },
  {
    name: 'json-rule-join',
    use: 'unused',
    about:
      'Three indexed pages of 120 rows made into JSON by PostgreSQL, with a policy that looks into another table.',
    page: 120,
    indexed: true,
    policy: 'join',
    screen: { ask: 'json', requests: 3 },
  },
  {
    name: 'index-wide-250',
    use: 'unused',
    about: 'An indexed page of 250 rows of 1.2 kB: a payload of 300 kB.',
    rows: 60_000,
    text: 1_200,
    page: 250,
    indexed: true,
  },
  {
    name: 'device-4-slow-line',
    use: 'unused',
    about: 'All rows over slow 4G to a device four times slower, all of them drawn.',
    device: { slower: 4, network: 'slow4g', shown: 'all' },
  },
  {
    name: 'disk-index-pool-4',
    use: 'unused',
    about:
      'Two indexed pages in turn from 290 MB with 130 MB of memory and a disk of 25 MB/s, behind a pool of four.',
    rows: 300_000,
    text: 900,
    indexed: true,
    screen: { requests: 2, connect: 4 },
    database: { memory: 130, buffers: 32, disk: 25 },
  },
  {
    name: 'cache-told',
    use: 'unused',
    about:
      'Three lists at once of 40,000 unindexed rows of half a kilobyte, a cache for 14 % of them; told: 10 to 40 %.',
    rows: 40_000,
    text: 450,
    screen: { requests: 3, atOnce: true, cache: { hits: 0.14, together: false } },
    told: { cached: range(0.1, 0.4) },
  },
  {
    name: 'half-core-pool-told',
    use: 'unused',
    about:
      'Two lists in turn of 35,000 unindexed rows, a pool of three, half a core; told: 10,000 to 100,000 rows of 150 to 800 bytes.',
    rows: 35_000,
    text: 240,
    screen: { requests: 2, connect: 3 },
    database: { cores: 0.5 },
    told: { rows: range(1e4, 1e5), rowBytes: range(150, 800) },
  },
  {
    name: 'loop-told',
    use: 'unused',
    about:
      'A list of 34, then one query for each of them; told: 20 to 50 requests, pages of 20 to 50.',
    page: 34,
    indexed: true,
    screen: { ask: 'children' },
    told: { requests: range(20, 50), page: range(20, 50) },
  },
];
