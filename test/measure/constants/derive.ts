import type { Cost } from './probe.ts';

/** The probes that the constants are worked out from, by name. */
export const probes = {
  nothing: { screen: { ask: 'nothing' } },
  page1: { indexed: true, page: 1 },
  page20: { indexed: true },
  page500: { indexed: true, page: 500 },
  page100: { indexed: true, page: 100, rows: 50_000 },
  page100wide: { indexed: true, page: 100, rows: 50_000, text: 1000 },
  json500: { indexed: true, page: 500, screen: { ask: 'json' } },
  json100wide: { indexed: true, page: 100, rows: 50_000, text: 1000, screen: { ask: 'json' } },
  scan10k: { rows: 10_000 },
  scan30k: { rows: 30_000 },
  scan100k: { rows: 100_000 },
  scanWide: { rows: 20_000, text: 1000 },
  all1k: { rows: 1_000, screen: { ask: 'all' } },
  search30k: { rows: 30_000, screen: { ask: 'search' } },
  rowRule10k: { rows: 10_000, policy: 'perRow' },
  joinRule3k: { rows: 3_000, policy: 'join' },
  onceRule10k: { rows: 10_000, policy: 'once' },
  insert0: { rows: 50_000, screen: { ask: 'insert' } },
  insert8: { rows: 50_000, indexes: 8, screen: { ask: 'insert' } },
  each: { indexed: true, page: 1, screen: { connect: 'each' } },
  encryptedPool: { indexed: true, page: 1, database: { tls: true } },
  encryptedWide: { indexed: true, page: 100, rows: 50_000, text: 1000, database: { tls: true } },
  encryptedEach: { indexed: true, page: 1, screen: { connect: 'each' }, database: { tls: true } },
  bouncerPool: { indexed: true, page: 1, database: { pooler: { mode: 'transaction', size: 20 } } },
  bouncerEach: {
    indexed: true,
    page: 1,
    screen: { connect: 'each' },
    database: { pooler: { mode: 'transaction', size: 20 } },
  },
} as const;

export type ProbeName = keyof typeof probes;

/** Bytes of a row of the laboratory's table beside its text: three numbers and a label. */
export const ROW = 40;
/** Bytes of a row of most probes. */
const USUAL = ROW + 60;
const PAGE = 8192;

/** Seconds of one core, worked out from what the probes cost. What each stands for is in `meanings`. */
export function derive(cost: Readonly<Record<ProbeName, Cost>>) {
  const db = (name: ProbeName) => cost[name].database;
  const app = (name: ProbeName) => cost[name].app;

  // Two kinds of scan, two unknowns: rows × tuple + pages × page. A million rows cost a fifth more each,
  // because the processor's caches no longer hold them; tables of that size are rare, so they do not count.
  const narrow = (db('scan100k') - db('scan10k')) / 90_000;
  const wide = (db('scanWide') - db('page20')) / 20_000;
  const page = (wide - narrow) / (940 / PAGE);
  const tuple = narrow - (USUAL / PAGE) * page;

  // Of a row, what it costs whatever it holds, and what its bytes cost.
  const rowByte = (db('page100wide') - db('page100')) / 94_000;
  const nodeByte = (app('page100wide') - app('page100')) / 94_000;
  const pageRow = (db('page500') - db('page20')) / 480;
  const rowOut = (db('all1k') - db('page1')) / 1_000 - tuple;
  const nodeRow = (app('page500') - app('page20')) / 480;
  const query = db('page1') - pageRow;
  const tlsQuery = db('encryptedPool') - db('page1');
  const nodeTlsQuery = app('encryptedPool') - app('page1');
  const wideBytes = 100 * (ROW + 1000);
  return {
    query,
    tlsQuery,
    tlsByte: (db('encryptedWide') - db('page100wide') - tlsQuery) / wideBytes,
    indexRow: Math.max(0, pageRow - rowOut),
    tuple,
    page,
    rowOut: Math.max(0, rowOut - USUAL * rowByte),
    rowByte,
    rowJson: (db('json500') - db('page500')) / 500,
    search: (db('search30k') - db('scan30k')) / 30_000,
    rowRule: (db('rowRule10k') - db('scan10k')) / 10_000,
    joinRule: (db('joinRule3k') - db('scan10k') * 0.3) / 3_000,
    onceRule: db('onceRule10k') - db('scan10k'),
    write: db('insert0') - query,
    indexWrite: (db('insert8') - db('insert0')) / 8,
    commit: cost.insert0.alone - db('insert0') - app('insert0'),
    connect: db('each') - db('page1'),
    connectEncrypted: db('encryptedEach') - db('encryptedPool'),
    connectServer: app('each') - app('page1'),
    connectServerEncrypted: app('encryptedEach') - app('encryptedPool'),
    poolerQuery: db('bouncerPool') - db('page1'),
    poolerConnect: db('bouncerEach') - db('bouncerPool'),
    poolerConnectServer: app('bouncerEach') - app('bouncerPool'),
    http: app('nothing'),
    nodeTlsQuery,
    nodeTlsByte: (app('encryptedWide') - app('page100wide') - nodeTlsQuery) / wideBytes,
    nodeQuery: app('page1') - app('nothing') - nodeRow,
    nodeRow: nodeRow - USUAL * nodeByte,
    nodeByte,
    nodeJson: (app('json500') - app('page1')) / 500,
  };
}

export type Constants = ReturnType<typeof derive>;
