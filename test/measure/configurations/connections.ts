import type { Draft } from '../lab/configuration.ts';

/** How the app reaches the database: a pool, each its own, encrypted, through PgBouncer. */
export const connections: readonly Draft[] = [
  {
    name: 'each-scan-30k',
    use: 'calibration',
    about: 'A new connection for each list of 30,000 unindexed rows.',
    rows: 30_000,
    screen: { connect: 'each' },
  },
  {
    name: 'each-index',
    use: 'calibration',
    about: 'A new connection for each indexed page.',
    indexed: true,
    screen: { connect: 'each' },
  },
  {
    name: 'each-slow-call',
    use: 'calibration',
    about:
      'A new connection for each request, kept during a call of 2 s in 20 % of them; 60 connections.',
    indexed: true,
    screen: { connect: 'each', slowCall: { seconds: 2, share: 0.2, holds: true } },
    database: { connections: 60 },
  },
  {
    name: 'each-encrypted',
    use: 'calibration',
    about: 'A new encrypted connection for each indexed page.',
    indexed: true,
    screen: { connect: 'each' },
    database: { tls: true },
  },
  {
    name: 'each-encrypted-scan',
    use: 'calibration',
    about: 'A new encrypted connection for each list of 50,000 unindexed rows.',
    rows: 50_000,
    screen: { connect: 'each' },
    database: { tls: true },
  },
  {
    name: 'pool-encrypted',
    use: 'calibration',
    about: 'Eight indexed pages of 20 wide rows over a pool of encrypted connections.',
    indexed: true,
    text: 1000,
    rows: 50_000,
    screen: { requests: 8 },
    database: { tls: true },
  },
  {
    name: 'bouncer-transaction',
    use: 'calibration',
    about: 'A new connection for each indexed page, to PgBouncer in transaction mode.',
    indexed: true,
    screen: { connect: 'each' },
    database: { pooler: { mode: 'transaction', size: 20 } },
  },
  {
    name: 'bouncer-transaction-scan',
    use: 'calibration',
    about:
      'A new connection for each list of 30,000 unindexed rows, to PgBouncer in transaction mode.',
    rows: 30_000,
    screen: { connect: 'each' },
    database: { pooler: { mode: 'transaction', size: 20 } },
  },
  {
    name: 'bouncer-session',
    use: 'calibration',
    about:
      'PgBouncer in session mode with 10 places, kept during a call of 2 s in 20 % of the requests.',
    indexed: true,
    screen: { connect: 'each', slowCall: { seconds: 2, share: 0.2, holds: true } },
    database: { pooler: { mode: 'session', size: 10 } },
  },
  {
    name: 'each-scan-15k',
    use: 'unused',
    about: 'A new connection for each list of 15,000 unindexed rows.',
    rows: 15_000,
    screen: { connect: 'each' },
  },
  {
    name: 'each-encrypted-pages',
    use: 'unused',
    about: 'A new encrypted connection for each of two indexed pages of 100 rows.',
    indexed: true,
    page: 100,
    screen: { connect: 'each', requests: 2 },
    database: { tls: true },
  },
  {
    name: 'pool-encrypted-pages',
    use: 'unused',
    about: 'Six indexed pages of 100 rows over a pool of encrypted connections.',
    indexed: true,
    page: 100,
    screen: { requests: 6 },
    database: { tls: true },
  },
  {
    name: 'bouncer-transaction-5',
    use: 'unused',
    about:
      'A new connection for each indexed page of 100 rows, to five places of PgBouncer in transaction mode.',
    indexed: true,
    page: 100,
    screen: { connect: 'each' },
    database: { pooler: { mode: 'transaction', size: 5 } },
  },
  {
    name: 'bouncer-session-15',
    use: 'unused',
    about:
      'PgBouncer in session mode with 15 places, kept during a call of 3 s in 15 % of the requests.',
    indexed: true,
    screen: { connect: 'each', slowCall: { seconds: 3, share: 0.15, holds: true } },
    database: { pooler: { mode: 'session', size: 15 } },
  },
];
