/**
 * What one screen of an app asks of each part of it, in seconds of that part when nobody else is
 * there. All service demands stand here; waiting is queue.ts, limits are limits.ts.
 */
import type { Sample } from './app.ts';
import { hosting } from './constants/hosting.ts';
import { lab } from './constants/lab.ts';
import { planOf } from './constants/plans.ts';
import { usage } from './constants/usage.ts';
import { visitor } from './constants/visitor.ts';

/** Seconds of the lab's core for a query of a crowd, whatever it asks. */
const QUERY = lab.query + lab.queryCrowd;

export interface Work {
  /** Share of screens that reach the database, and heavy requests that polling adds for each screen. */
  readonly misses: number;
  readonly polls: number;
  /** Rows that the heavy list brings to the browser. */
  readonly fetched: number;
  /** Bytes on the line for one screen that reaches the database, compressed. */
  readonly bytes: number;
  /** Seconds alone: device, her line, server code, database, disk, the way between and the vendor's own latency. */
  readonly device: number;
  readonly network: number;
  readonly server: number;
  readonly db: number;
  readonly disk: number;
  readonly between: number;
  /** The database's part of one poll; the disk's is the same as the screen's. */
  readonly pollDb: number;
  /** Connections that a screen opens when each request opens its own. */
  readonly opened: number;
}

function rowsFetched(s: Sample, sql: boolean): number {
  if (s.requests === 0) return 0;
  const wanted =
    s.fetch === 'page' ? s.setting.page : s.fetch === 'own' ? s.setting.own : s.setting.rows;
  const rows = Math.min(wanted, s.setting.rows);
  return sql && s.connect === 'api' ? Math.min(rows, s.setting.apiRows) : rows;
}

/** Seconds of the lab's core for the privacy rule of one row; a server that owns the database passes it by. */
function ruleCost(s: Sample): number {
  if (s.connect !== 'api' && s.setting.bypass === 'yes') return 0;
  return s.rule === 'row' ? lab.rowRule : s.rule === 'join' ? s.setting.joinRule : 0;
}

const jsonInDatabase = (s: Sample) => s.connect === 'api' || s.setting.json === 'database';

/** Seconds of the lab's core for one row that the app's own server receives and passes on. */
function passedOn(s: Sample): number {
  if (s.setting.json === 'database') return lab.nodeJson;
  return lab.nodeRow + s.setting.rowBytes * lab.nodeByte;
}

/** Share of the table that memory does not hold, and of its pages that a scan from end to end then reads. */
function fromDisk(s: Sample) {
  const table = s.setting.rows * (s.setting.rowBytes + lab.rowHead);
  const outside = Math.max(0, 1 - (s.memory * 1e6 * lab.pages) / table);
  // A scan drives out many of the pages that it would have found at its next turn.
  return { table, outside, scanned: Math.min(1, lab.scanReads * outside) };
}

/** Seconds of the lab's core for the heavy list; the planner takes the index where that is cheaper. */
function listQuery(s: Sample, fetched: number, rule: number): number {
  const { rows, rowBytes, searched } = s.setting;
  const page = lab.page + fromDisk(s).scanned * (lab.pageRead - lab.page);
  const row = lab.tuple + (rowBytes / lab.pageBytes) * page + searched * lab.search;
  const scan = Math.max(rows, fetched) * (row + rule);
  const found = s.indexed === 'yes' ? Math.min(scan, fetched * (lab.indexRow + rule)) : scan;
  const out = lab.rowOut + rowBytes * lab.rowByte + (jsonInDatabase(s) ? lab.rowJson : 0);
  return QUERY + found + fetched * out;
}

/** Seconds of the disk for the heavy list, when the table outgrew the memory. */
function listDisk(s: Sample, fetched: number): number {
  const { table, outside, scanned } = fromDisk(s);
  const read =
    s.indexed === 'yes' ? outside * Math.min(fetched * lab.pageBytes, table) : scanned * table;
  return read / (s.disk * 1e6);
}

/** Seconds of each part for one screen of the app. */
export function work(s: Sample): Work {
  const { backend } = planOf(s.plan);
  const sql = backend === 'sql';
  const k = s.requests;
  const lists = Math.min(k, s.setting.lists);
  const some = Math.min(1, lists);
  const small = k - lists;
  const fetched = rowsFetched(s, sql);
  const opened = Math.min(k, s.setting.apart);
  // Less than one core is one that works more slowly; more of them make no single request quicker.
  const core = s.setting.speed * s.burst * Math.min(1, s.cores);

  let db = 0;
  let pollDb = 0;
  let disk = 0;
  let server = 0;
  let between = 0;
  const rounds = Math.max(1, Math.min(k, s.rounds));
  if (sql) {
    const rule = ruleCost(s);
    const list = listQuery(s, fetched, rule);
    const api = s.connect === 'api';
    const perRequest = api ? s.setting.rest : 0;
    const each = s.connect === 'each';
    const pooler = s.connect === 'pooler';
    // A pooler does less for a new connection than the database would.
    const { connectCost, poolerConnect, connectServer, poolerConnectServer } = s.setting;
    const connect = each ? connectCost : pooler ? Math.min(poolerConnect, connectCost) : 0;
    const connectBy = each
      ? connectServer
      : pooler
        ? Math.min(poolerConnectServer, connectServer)
        : 0;
    const written = s.setting.writes * Math.min(1, k);
    // The web API stands beside the database and talks to it in the clear.
    const encrypted = api ? 0 : s.setting.encrypted;
    const answered = lists * fetched * s.setting.rowBytes;
    db =
      (lists * list +
        small * (QUERY + usage.small * (lab.indexRow + lab.rowOut + rule)) +
        k * perRequest +
        opened * connect +
        encrypted * (k * lab.tlsQuery + answered * lab.tlsByte) +
        written * (lab.write + s.setting.tableIndexes * lab.indexWrite)) /
      core;
    pollDb = (some * list + some * (perRequest + connect)) / core;
    disk = lists * listDisk(s, fetched);
    between = written * lab.commit;
    if (!api) {
      server =
        (opened * (lab.http + lab.crowd) +
          k * lab.nodeQuery +
          encrypted * (k * lab.nodeTlsQuery + answered * lab.nodeTlsByte) +
          lists * fetched * passedOn(s) +
          opened * connectBy) /
        s.setting.speed;
      between += (k + (each ? hosting.connectTrips * opened : 0)) * s.setting.databaseRtt;
    }
  } else if (backend === 'bubble') {
    // Bubble shows its database to nobody: searches are work of its servers.
    server = (k * s.setting.bubbleSearch + fetched * s.setting.bubbleThing) / core;
    between = some * rounds * s.setting.bubbleLatency;
  } else {
    between = some * rounds * s.setting.firestoreLatency;
  }

  const bytes =
    (Math.max(1, lists) * fetched * s.setting.rowBytes + k * usage.answerBytes) *
    (backend === 'firestore' ? s.setting.envelope : 1);
  const drawn =
    s.fetch === 'page'
      ? fetched
      : Math.max(Math.min(s.setting.page, fetched), fetched * s.setting.drawn);
  const filtered = s.fetch === 'page' ? 0 : fetched;
  const misses = 1 - s.cached;
  return {
    misses,
    polls: s.live === 'poll' ? misses * (s.setting.think / s.pollSeconds) : 0,
    fetched,
    bytes: bytes / s.setting.gzip,
    device:
      s.setting.device *
      (bytes * (visitor.receive + visitor.parse) +
        filtered * visitor.filter +
        drawn * visitor.draw +
        (backend === 'bubble' ? s.setting.bubbleProgram : 0)),
    network: rounds * s.setting.rtt + (bytes * 8) / s.setting.gzip / (s.setting.mbit * 1e6),
    server,
    db,
    disk,
    between,
    pollDb,
    opened,
  };
}
