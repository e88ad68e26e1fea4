/** Leads a second against an empty Worker in the same run, and the free times beside 10,000 bookings. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { isUp, migrate, startWorker } from '../../functions/local/worker.mjs';
import { consent } from '../../src/lead/lead.ts';
import { founder } from '../report/personas.ts';
import { load } from './load.mjs';

const port = Number(process.env.BENCH_PORT ?? 8805);
const empty = port + 1;
const state = 'test/results/state-bench';
const BOOKINGS = 10_000;
const HALF_HOUR = 1_800_000;

const told = (name, { perSecond, p50, p99 }) =>
  console.log(
    `${name.padEnd(44)} ${perSecond.toFixed(0).padStart(5)} a second   p50 ${p50.toFixed(0).padStart(4)} ms   p99 ${p99.toFixed(0).padStart(4)} ms`,
  );

const lead = () => {
  const id = crypto.randomUUID();
  return JSON.stringify({
    id,
    email: `${id}@company.com`,
    answers: founder,
    consent: consent.version,
  });
};

/** Ends a Worker and waits until it has. */
const stop = (worker) =>
  new Promise((resolve) => {
    worker.on('exit', resolve);
    worker.kill('SIGTERM');
  });

/** Puts calls of the past and of the next weeks into the table, a half-hour each. */
function fill() {
  const folder = `${state}/v3/d1/miniflare-D1DatabaseObject`;
  const file = readdirSync(folder).find(
    (name) => name.endsWith('.sqlite') && !name.startsWith('metadata'),
  );
  const db = new DatabaseSync(`${folder}/${file}`);
  const insert = db.prepare(
    `INSERT INTO bookings (id, uid, starts_at, ends_at, time_zone, email, name, created_at, changed_at)
     VALUES (?, ?, ?, ?, 'Europe/Berlin', 'visitor@company.com', 'Visitor', ?, ?)`,
  );
  const now = new Date().toISOString();
  // Every second half-hour, so that about half of the horizon is left free.
  const last = Math.ceil(Date.now() / HALF_HOUR) * HALF_HOUR + 21 * 48 * HALF_HOUR;
  db.exec('BEGIN');
  for (let i = 0; i < BOOKINGS; i++) {
    const start = last - i * 2 * HALF_HOUR;
    const [from, to] = [start, start + HALF_HOUR].map((time) => new Date(time).toISOString());
    insert.run(crypto.randomUUID(), crypto.randomUUID(), from, to, now, now);
  }
  db.exec('COMMIT');
  db.close();
}

rmSync(state, { recursive: true, force: true });
if (!existsSync('dist')) mkdirSync('dist');
if (!migrate(state)) process.exit(1);

const wrangler = fileURLToPath(
  new URL('../../node_modules/wrangler/bin/wrangler.js', import.meta.url),
);
const bare = spawn(
  process.execPath,
  [
    wrangler,
    'dev',
    'test/bench/empty-worker.mjs',
    ...['--port', String(empty), '--ip', '127.0.0.1', '--inspector-port', '0'],
    ...['--compatibility-date', '2026-10-20', '--log-level', 'none'],
  ],
  { stdio: 'ignore', env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' } },
);
let worker = startWorker({ port, state, mute: true });
try {
  if (!(await isUp(port)) || !(await isUp(empty))) throw new Error('A Worker did not come up');
  const post = { body: lead, status: 201 };
  // Once for nothing: both compile on their first requests.
  for (const at of [`http://127.0.0.1:${empty}/`, `http://127.0.0.1:${port}/api/leads`])
    await load(at, { ...post, seconds: 1 });
  told('An empty Worker', await load(`http://127.0.0.1:${empty}/`, post));
  told('A lead, stored with its mails', await load(`http://127.0.0.1:${port}/api/leads`, post));
  const slots = `http://127.0.0.1:${port}/api/slots`;
  const get = { method: 'GET', status: 200 };
  told('Free times, no booking in the table', await load(slots, get));
  await stop(worker);
  fill();
  worker = startWorker({ port, state, mute: true });
  if (!(await isUp(port))) throw new Error('The Worker did not come up again');
  await load(slots, { ...get, seconds: 1 });
  told(`Free times, ${BOOKINGS.toLocaleString('en')} bookings`, await load(slots, get));
} finally {
  await Promise.all([stop(worker), stop(bare)]);
}
