import { range } from '../range.ts';
import type { Sources } from './constant.ts';

/** Where server code runs and pages come from. */
export const hosting = {
  /** Seconds for which a function may run. */
  vercel: 300,
  netlify: 60,
  /** Functions that run at once, for one account. */
  functions: range(1_000, 30_000),
  /** A server of one's own sets its limit itself. */
  own: range(60, 600),
  /** Megabits per second of one server's line, and cores of it. */
  serverMbit: range(100, 1000),
  serverCores: range(1, 2),
  /** Bytes of pages and pictures that a screen loads from the one server. */
  assets: range(100e3, 2e6),
  /** Gigabytes that may leave the app's own server a month; US dollars for one more. */
  transfer: range(100, 1_000),
  transferPrice: range(0.05, 0.15),
  /** Seconds from server code to the database and back. */
  databaseRtt: range(0.5e-3, 3e-3),
  /** Ways there and back that opening a connection to the database takes. */
  connectTrips: 3,
  /** Share of the answers that come from the database encrypted. */
  encrypted: range(0.1, 1),
  /** Connections of a running server's pool; of one function. */
  pool: range(5, 20),
  perFunction: range(1, 3),
} as const;

export const hostingSources = (): Sources<typeof hosting> => ({
  vercel: { unit: 's', source: 'vercel.com/docs/functions/limitations', date: '2025-12-18' },
  netlify: {
    unit: 's',
    source: 'docs.netlify.com/build/functions/configuration',
    date: '2026-11-22',
  },
  functions: {
    unit: 'functions',
    source:
      'From docs.aws.amazon.com/lambda/latest/operatorguide/scaling-concurrency.html (1,000 unless raised), which others build on, to vercel.com/docs/functions/concurrency-scaling (30,000)',
    date: '2026-11-24',
  },
  own: { unit: 's', source: 'Assumption: the defaults of common proxies', date: '2026-11-23' },
  serverMbit: { unit: 'Mbit/s', source: 'Assumption: small rented servers', date: '2026-11-23' },
  serverCores: {
    unit: 'cores',
    source: 'Assumption: one Node process uses one core',
    date: '2026-11-23',
  },
  assets: {
    unit: 'bytes',
    source: 'Assumption: a part of the page is in the browser’s cache',
    date: '2026-11-23',
  },
  transfer: {
    unit: 'GB a month',
    source:
      'From the 100 GB that the $5 of Railway’s Hobby plan pay (github.com/railwayapp/docs content/docs/pricing/plans.md @135863d) to the 1 TB of Vercel’s Pro plan (quoted at waymakeros.com/learn/hosting-bill-doubles-product-succeeds)',
    date: '2026-11-30',
  },
  transferPrice: {
    unit: 'USD a GB',
    source:
      'From Railway’s $0.05 (github.com/railwayapp/docs content/docs/pricing/plans.md @135863d) to Render’s $15 for 100 GB (render.com/docs/outbound-bandwidth); Amazon’s $0.09 lies between (wring.co/blog/aws-data-transfer-pricing-guide)',
    date: '2026-11-30',
  },
  databaseRtt: {
    unit: 's',
    source: 'Own measurement: 0.3 to 0.6 ms in one place, 2 ms and more between zones',
    date: '2026-11-22',
  },
  connectTrips: {
    unit: 'ways there and back',
    source:
      'Assumption: one to connect, one to start up, one for the password (postgresql.org/docs/current/protocol-flow.html); encryption adds to it',
    date: '2026-11-23',
  },
  encrypted: {
    unit: 'share',
    source: 'Assumption: hosted databases encrypt, one beside the server may not',
    date: '2026-11-23',
  },
  pool: {
    unit: 'connections',
    source: 'node-postgres.com/apis/pool (default 10), from half to twice of it',
    date: '2026-11-22',
  },
  perFunction: {
    unit: 'connections',
    source: 'supabase.com/docs/reference/server/middleware-postgrespooloptions (1 to 4 a function)',
    date: '2026-11-22',
  },
});
