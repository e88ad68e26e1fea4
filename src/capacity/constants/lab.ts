import { range } from '../range.ts';
import type { Sources } from './constant.ts';
import { core } from './core.ts';

/** Seconds of one core of the laboratory machine, as measured there, unless said otherwise. */
export const lab = {
  ...core,
  /** A plan's core against the laboratory's. */
  speed: range(0.3, 1),
  /** Measured load against the modelled one, where everything else was known. */
  misfit: range(0.74, 1.34),
  /** A query, and a request at the server, of a crowd that comes and goes, beyond those of a few who never pause. */
  queryCrowd: 12e-6,
  crowd: 22e-6,
  /** Bytes of an answer beyond which a crowded server serves its users out of turn; how many times the mean the slowest twentieth then waits. */
  oneWrite: 64_000,
  outOfTurn: 3.5,
  /** How many times the mean the slowest twentieth of those waits who open a new connection to a busy database. */
  doorTurns: 1.8,
  /** Users for each place who wait for a busy database to let them in. */
  door: 5,
  /** From this share of slow screens on it matters that the slowest are stopped by a timeout, not only slow. */
  timedOut: 0.25,
  /** Bytes of a page of a table, as the database reads it. */
  pageBytes: 8192,
  /** Share of the memory that holds pages of tables, and bytes that a row takes beside its values. */
  pages: 0.6,
  rowHead: 28,
  /** Part of a table that a scan reads from disk, against the part that memory does not hold. */
  scanReads: 1.6,
  /** A page of a scan that comes from disk for all who scan: its part of the reading, and the copy. */
  pageRead: 0.95e-6,
  /** Times as long that a pooler takes to let one in while hundreds wait. */
  poolerCrowd: 1.35,
  /** One row against a policy that looks into another table. */
  joinRule: range(core.joinRule, 110e-6),
  /** One request through the web API in front of the database. */
  rest: range(0.4e-3, 1.5e-3),
  /** A new connection, database side and server side, without and with encryption. */
  connect: range(core.connect, core.connectEncrypted),
  connectServer: range(core.connectServer, core.connectServerEncrypted),
  /** (1 + squared variation) ÷ 2 of a screen's work at the database and the server. */
  spread: 0.75,
} as const;

const MEASURED = 'Own measurement by npm run measure: content/measurements/constants.json';
const date = '2026-11-23';

const second = (what: string) => ({ unit: 's', source: `${MEASURED}, ${what}`, date });
const row = (what: string) => ({ unit: 's a row', source: `${MEASURED}, ${what}`, date });
const byte = (what: string) => ({ unit: 's a byte', source: `${MEASURED}, ${what}`, date });

export const labSources = (): Sources<typeof lab> => ({
  speed: {
    unit: 'lab cores',
    source:
      'From the timings that Supabase publishes for 100,000 rows (9 ms for a scan, 171 ms for a policy asked for each row: supabase.com, rls-performance-and-best-practices), about 0.3 of the laboratory’s core, to the laboratory’s own',
    date,
  },
  misfit: {
    unit: 'times the modelled load',
    source:
      'Own measurement by npm run measure: nine in ten of the configurations for calibration lie within (content/measurements/accuracy.json)',
    date,
  },
  oneWrite: {
    unit: 'bytes',
    source:
      'Own measurement: between the answers of the configurations index-page-500, served in turn, and all-1k, served out of turn (content/measurements/break-points.json)',
    date,
  },
  outOfTurn: {
    unit: 'times',
    source:
      'Own measurement: the 95th percentile against the mean wait of the configurations all-1k and all-4k beyond their break (content/measurements/break-points.json)',
    date,
  },
  queryCrowd: {
    unit: 's',
    source:
      'Own measurement: the database’s processor in the configurations index-turns, index-at-once and loop-40 at their break, less the constants (content/measurements/break-points.json)',
    date,
  },
  crowd: {
    unit: 's',
    source: `Own measurement: the server’s processor in the configuration index-turns at its break, less the constants (content/measurements/break-points.json)`,
    date,
  },
  tlsQuery: second('tlsQuery'),
  tlsByte: byte('tlsByte'),
  doorTurns: {
    unit: 'times',
    source:
      'Own measurement: the configurations each-index and each-encrypted at their break (content/measurements/break-points.json)',
    date,
  },
  door: {
    unit: 'users a place',
    source:
      'Own measurement: the configurations each-index and each-encrypted at their break (content/measurements/break-points.json); PostgreSQL keeps up to two waiting for each of its connections, the system more (src/backend/libpq/pqcomm.c)',
    date,
  },
  timedOut: {
    unit: 'share',
    source:
      'Assumption: where a cache answers four screens in five or more, one miss in four may be slow, so the timeout decides before the three seconds do',
    date,
  },
  pageBytes: {
    unit: 'bytes',
    source: 'postgresql.org/docs/15/storage-page-layout.html (8 kB unless compiled otherwise)',
    date: '2026-11-24',
  },
  pages: {
    unit: 'share',
    source:
      'Assumption, as old as the model: a quarter as buffers, the rest of the share as the system’s cache; kept since the configuration disk-index fits it (content/measurements/break-points.json)',
    date: '2026-11-24',
  },
  rowHead: {
    unit: 'bytes',
    source:
      'postgresql.org/docs/15/storage-page-layout.html: a head of 24 bytes and a pointer of 4',
    date: '2026-11-24',
  },
  scanReads: {
    unit: 'times',
    source:
      'Own measurement: the configurations disk-scan, -wide, -fast, -pool-4 and -pool-6 at their break (content/measurements/break-points.json)',
    date: '2026-11-24',
  },
  pageRead: {
    unit: 's a page',
    source:
      'Own measurement: the database’s processor in the configuration disk-scan-pool-30 beyond its break, less the rows (content/measurements/break-points.json)',
    date: '2026-11-24',
  },
  poolerCrowd: {
    unit: 'times',
    source:
      'Own measurement: the configuration bouncer-transaction at its break, less the constants (content/measurements/break-points.json)',
    date,
  },
  query: second('query'),
  indexRow: row('indexRow'),
  tuple: row('tuple'),
  page: { unit: 's a page', source: `${MEASURED}, page`, date },
  rowOut: row('rowOut'),
  rowByte: byte('rowByte'),
  rowJson: row('rowJson'),
  search: row('search'),
  rowRule: row('rowRule'),
  joinRule: {
    unit: 's a row',
    source: `${MEASURED}, joinRule, to the 11,000 ms for 100,000 rows of supabase.com’s row-level security benchmarks (github.com/GaryAustin1/RLS-Performance)`,
    date,
  },
  onceRule: second('onceRule'),
  write: second('write'),
  indexWrite: second('indexWrite'),
  commit: second('commit'),
  connect: second('connect to connectEncrypted'),
  connectEncrypted: second('connectEncrypted'),
  connectServer: second('connectServer to connectServerEncrypted'),
  connectServerEncrypted: second('connectServerEncrypted'),
  poolerQuery: second('poolerQuery'),
  poolerConnect: second('poolerConnect'),
  poolerConnectServer: second('poolerConnectServer'),
  rest: { unit: 's', source: 'Assumption: PostgREST was not measured yet', date },
  http: second('http'),
  nodeTlsQuery: second('nodeTlsQuery'),
  nodeTlsByte: byte('nodeTlsByte'),
  nodeQuery: second('nodeQuery'),
  nodeRow: row('nodeRow'),
  nodeByte: byte('nodeByte'),
  nodeJson: row('nodeJson'),
  receive: byte('browser.json'),
  parse: byte('browser.json'),
  filter: row('browser.json'),
  draw: row('browser.json'),
  spread: {
    unit: '1',
    source: 'Assumption: between constant (0.5) and exponential (1) work',
    date,
  },
});
