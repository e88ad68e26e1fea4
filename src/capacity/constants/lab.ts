import { range } from '../range.ts';
import type { Sources } from './constant.ts';

/** Seconds of one core of the laboratory machine, as measured there, unless said otherwise. */
export const lab = {
  /** A plan's core against the laboratory's. */
  speed: range(0.7, 1.4),
  query: 50e-6,
  indexRow: 3e-6,
  tuple: 0.1e-6,
  /** A page of 8,192 bytes. */
  page: 1e-6,
  rowOut: 1.3e-6,
  rowJson: 4e-6,
  /** One row against a text search `%x%`. */
  search: 1e-6,
  /** One row against a policy that compares the user. */
  rowRule: 0.9e-6,
  /** One row against a policy that looks into another table. */
  joinRule: range(10e-6, 110e-6),
  /** One request through the web API in front of the database. */
  rest: range(0.4e-3, 1.5e-3),
  /** A new connection, database side and server side, without and with encryption. */
  connect: range(7.2e-3, 14e-3),
  connectServer: range(1.1e-3, 2.5e-3),
  write: 120e-6,
  indexWrite: 20e-6,
  /** Server code in Node: a request, a query, a row through it. */
  http: 53e-6,
  nodeQuery: 75e-6,
  nodeRow: 8.2e-6,
  /** (1 + squared variation) ÷ 2 of a screen's work at the database and the server. */
  spread: 0.75,
} as const;

const measured = (what: string) => ({
  source: `Own measurement: PostgreSQL 15 and Node on two shared cores of about 2.5 GHz, ${what}`,
  date: '2026-11-22',
});

export const labSources = (): Sources<typeof lab> => ({
  speed: {
    unit: 'lab cores',
    source: 'Assumption: absolute speed of a rented core is not known better than ± 30 %',
    date: '2026-11-22',
  },
  query: { unit: 's', ...measured('one client') },
  indexRow: { unit: 's', ...measured('one client') },
  tuple: { unit: 's', ...measured('scans of 10,000 to 1,000,000 rows') },
  page: { unit: 's', ...measured('narrow and wide rows') },
  rowOut: { unit: 's', ...measured('one client') },
  rowJson: { unit: 's', ...measured('json_agg of rows') },
  search: { unit: 's', ...measured('ilike against a plain filter') },
  rowRule: {
    unit: 's',
    ...measured('auth.uid() = user_id over 100,000 rows: 104 ms against 12 ms'),
  },
  joinRule: {
    unit: 's',
    source:
      'From our own 1,000 ms for 100,000 rows to the 11,000 ms of supabase.com’s row-level security benchmarks (github.com/GaryAustin1/RLS-Performance)',
    date: '2026-11-22',
  },
  rest: { unit: 's', source: 'Assumption: PostgREST was not measured yet', date: '2026-11-22' },
  connect: {
    unit: 's',
    source: 'From our own 7.2 ms without TLS; twice as much with it is an assumption',
    date: '2026-11-22',
  },
  connectServer: {
    unit: 's',
    ...measured('connect in Node, without TLS; to twice as much with it'),
  },
  write: { unit: 's', ...measured('single inserts') },
  indexWrite: { unit: 's', ...measured('single inserts into tables with several indexes') },
  http: { unit: 's', ...measured('empty requests') },
  nodeQuery: { unit: 's', ...measured('pg with a pool') },
  nodeRow: { unit: 's', ...measured('rows to JSON') },
  spread: {
    unit: '1',
    source: 'Assumption: between constant (0.5) and exponential (1) work',
    date: '2026-11-23',
  },
});
