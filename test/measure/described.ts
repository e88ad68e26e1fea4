import type { App } from '#src/capacity/app.ts';
import { core, type Core } from '#src/capacity/constants/core.ts';
import { lab } from '#src/capacity/constants/lab.ts';
import { range } from '#src/capacity/range.ts';
import { ROW } from './constants/derive.ts';
import { SLOW_4G } from './visit.ts';
import type { Configuration } from './lab/configuration.ts';
import { FIXED } from './lab/cluster.ts';
import { THINK } from './load/generator.ts';

const constant = (name: keyof Core) => core[name];

/** What a part of a core is worth that is cut into short slices, to queries that do not fit one; from the configuration half-core. */
const FENCED = 0.74;
/** Seconds by which Node's timers, which stand for the way to the database, are late on average. */
const TIMER = 0.0004;

/** Chromium that is slowed 4 and 6 times takes 5.2 and 7.8 times as long to draw: content/measurements/browser.json. */
const THROTTLED = 1.3;

/** Bytes of a row on the page that the device test shows, as JSON. */
const DEVICE_ROW = 245;
/** How far that list is compressed on the line. */
const DEVICE_GZIP = 6.7;

/** The visitor's own device, alone: everything behind it takes no time. */
function deviceApp(
  { slower, network, shown }: NonNullable<Configuration['device']>,
  rows: number,
): App {
  const slow = network === 'slow4g';
  const times = slower > 1 && shown === 'all' ? slower * THROTTLED : slower;
  return {
    plan: 'postgres-small',
    connect: 'pool',
    host: 'functions',
    fetch: 'all',
    rows,
    rowBytes: DEVICE_ROW,
    gzip: DEVICE_GZIP,
    drawn: shown === 'all' ? 1 : 0,
    page: shown === 'all' ? 20 : shown,
    requests: 1,
    rounds: 1,
    cached: 0,
    writes: 0,
    speed: 1e6,
    databaseRtt: 0,
    device: range(times * lab.misfit.from, times * lab.misfit.to),
    rtt: slow ? SLOW_4G.rtt : 0,
    mbit: slow ? range(SLOW_4G.mbit * 0.95, SLOW_4G.mbit * 1.05) : 1e5,
  };
}

/** A configuration of the laboratory in the words of the model; `rows` where the device decides. */
export function described(configuration: Configuration, rows = configuration.table.rows): App {
  const { device, told } = configuration;
  return { ...(device ? deviceApp(device, rows) : serverApp(configuration)), ...told };
}

/** Everything behind the visitor's device, which takes no time itself. */
function serverApp({ table, screen, database }: Configuration): App {
  const { cache, slowCall, ask } = screen;
  const pooler = database.pooler;
  const loop = ask === 'children' ? table.page : 0;
  const encrypted = database.tls;
  const written = screen.requests * (ask === 'insert' ? 1 : screen.writes);
  return {
    plan: 'postgres-small',
    cores: Math.max(1, database.cores),
    burst: database.cores < 1 ? database.cores * (loop > 0 ? 1 : FENCED) : 1,
    memory: database.memory ?? 24_000,
    disk: database.disk ?? 1_000,
    slots: database.connections,
    taken: Number(FIXED.superuser_reserved_connections),
    perFunction: 1,
    clients: 10_000,
    connect: pooler ? 'pooler' : screen.connect === 'each' ? 'each' : 'pool',
    pool: pooler?.size ?? (screen.connect === 'each' ? 1 : screen.connect),
    host: 'server',
    serverCores: 1,
    delivery: 'cdn',
    fetch: ask === 'all' ? 'all' : 'page',
    rows: table.rows,
    rowBytes: table.text + ROW,
    page: ask === 'search' ? 1 : table.page,
    indexed: table.indexed || ask === 'all' ? 'yes' : 'no',
    searched: ask === 'search' ? 1 : 0,
    rule: table.policy === 'perRow' ? 'row' : table.policy === 'join' ? 'join' : 'once',
    bypass: 'no',
    json: ask === 'json' ? 'database' : 'server',
    joinRule: constant('joinRule'),
    requests: screen.requests + loop,
    apart: screen.requests,
    lists: screen.requests - written,
    rounds: 1,
    writes: written,
    tableIndexes: table.indexes + (table.indexed ? 1 : 0),
    cached: cache?.hits ?? 0,
    slow: slowCall?.share ?? 0,
    slowSeconds: slowCall?.seconds ?? 0,
    slowHolds: slowCall?.holds ? 'yes' : 'no',
    slowRate: 1e6,
    timeLimit: screen.timeLimit,
    encrypted: encrypted ? 1 : 0,
    databaseRtt: screen.roundTrip > 0 ? screen.roundTrip + TIMER : 0,
    connectCost: constant(encrypted ? 'connectEncrypted' : 'connect'),
    connectServer: constant(encrypted ? 'connectServerEncrypted' : 'connectServer'),
    poolerConnect:
      screen.connect === 'each' ? constant('poolerConnect') + constant('poolerQuery') : 0,
    poolerConnectServer: screen.connect === 'each' ? constant('poolerConnectServer') : 0,
    live: 'no',
    think: (THINK.least + THINK.most) / 2,
    rtt: 0,
    mbit: 1e5,
    gzip: 1,
    device: 0,
    speed: 1,
  };
}
