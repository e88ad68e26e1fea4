/**
 * `npm run test:faults`: kills the runtime in mid-flight, fifty times (`KILLS=5` for fewer), while
 * visitors send leads and book calls and both services fail one call in three. Then both services
 * recover, the clock moves on, and every promise is checked against the database and the services.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isFree } from '../../functions/local/port.mjs';
import { isUp, kick, migrate, startWorker } from '../../functions/local/worker.mjs';
import { FakeCal } from '../fakes/cal.ts';
import { serveCal } from '../fakes/cal-server.mjs';
import { serveResend } from './resend.mjs';
import { visitors } from './visitors.mjs';

const KILLS = Number(process.env.KILLS ?? 50);
const port = Number(process.env.FAULTS_PORT ?? 8795);
const state = 'test/results/state-faults';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let troubled = true;
const unlucky = () => troubled && Math.random() < 1 / 3;

for (const needed of [port, port + 1, port + 2]) {
  if (await isFree(needed)) continue;
  console.error(
    `Port ${needed}, which this suite needs, is taken. Choose three free ones in a row: FAULTS_PORT=${port + 100} npm run test:faults`,
  );
  process.exit(1);
}
rmSync(state, { recursive: true, force: true });
// The Worker serves built files too, and refuses to start without their folder.
if (!existsSync('dist')) mkdirSync('dist');
if (!migrate(state)) process.exit(1);

const cal = new FakeCal();
const CAL_FAULTS = ['done but broken', 'server error', 'null', 'half an answer', 'too many'];
const handle = cal.handle.bind(cal);
cal.handle = (request) => {
  if (unlucky()) cal.fail(CAL_FAULTS[Math.floor(Math.random() * CAL_FAULTS.length)]);
  return handle(request);
};
const calVars = await serveCal(port + 1, cal);
const resend = await serveResend(port + 2, () =>
  unlucky() ? Math.floor(Math.random() * 3) : undefined,
);
const vars = [...calVars, ...resend.vars];

/** The processes below one. */
function below(pid) {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const of = (parent) =>
    table.filter(([, its]) => its === parent).flatMap(([child]) => [child, ...of(child)]);
  return of(pid);
}

let worker;
async function start() {
  worker = startWorker({ port, state, vars, mute: true });
  if (!(await isUp(port))) throw new Error('The runtime did not come up again');
}

/** Ends the runtime and all that belongs to it at once, without a chance to tidy up. */
function killAll() {
  for (const pid of [...below(worker.pid), worker.pid]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has gone by itself.
    }
  }
}
for (const signal of ['SIGINT', 'SIGTERM', 'uncaughtException']) {
  process.on(signal, (error) => {
    killAll();
    console.error(error);
    process.exit(1);
  });
}

const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(0);
await start();
const crowd = visitors(port, cal.offered);
for (let n = 1; n <= KILLS; n++) {
  await pause(100 + Math.random() * 1900);
  killAll();
  await start();
  if (n % 10 === 0)
    console.log(
      `${n} kills after ${seconds()} s: ${crowd.leads.size} leads, ${crowd.bookings.size} calls`,
    );
}
await crowd.leave();
troubled = false;
killAll();
await pause(500);

/** The database itself, while nothing runs on it. */
function database() {
  const folder = `${state}/v3/d1/miniflare-D1DatabaseObject`;
  const file = readdirSync(folder).find(
    (name) => name.endsWith('.sqlite') && !name.startsWith('metadata'),
  );
  return new DatabaseSync(`${folder}/${file}`);
}

const moved = database();
moved
  .prepare(`UPDATE outbox SET next_at = ? WHERE state = 'waiting'`)
  .run(new Date(Date.now() - 1000).toISOString());
moved.close();
await start();
let waiting = -1;
for (let look = 0; look < 120 && waiting !== 0; look++) {
  if (look % 20 === 0) await kick(port);
  await pause(500);
  const db = database();
  waiting = db.prepare(`SELECT COUNT(*) AS n FROM outbox WHERE state = 'waiting'`).get().n;
  db.close();
}
killAll();
await pause(300);

const db = database();
const stored = new Set(
  db
    .prepare('SELECT id FROM leads')
    .all()
    .map(({ id }) => id),
);
const sent = new Set(
  db
    .prepare(`SELECT id FROM outbox WHERE state = 'sent'`)
    .all()
    .map(({ id }) => id),
);
const calls = db
  .prepare(`SELECT id, starts_at AS start FROM bookings WHERE state = 'active'`)
  .all();
db.close();

const times = (starts) => starts.length - new Set(starts).size;
const there = [...cal.bookings.values()].filter(({ status }) => status === 'accepted');
const keys = [...resend.accepted.keys()];
const promises = {
  'leads with a 2xx that are not in the database': [...crowd.leads].filter((id) => !stored.has(id)),
  'leads with a 2xx whose report was not delivered': [...crowd.leads].filter(
    (id) => !(sent.has(`report:${id}`) && resend.accepted.has(`report:${id}`)),
  ),
  'reports beyond the one for a stored lead': keys.filter(
    (key) => key.startsWith('report:') && !stored.has(key.slice('report:'.length)),
  ),
  'mails that were sent again with other content': Array(resend.counts().changed),
  'calls with a 2xx that are not in the database': [...crowd.bookings.keys()].filter(
    (id) => !calls.some((call) => call.id === id),
  ),
  'times sold twice, as visitors were told': Array(times([...crowd.bookings.values()])),
  'times sold twice, in the database': Array(times(calls.map(({ start }) => start))),
  'calls at Cal.com that the database does not know': there.filter(
    ({ start }) => !calls.some((call) => call.start === start),
  ),
  'requests without any answer for 40 s': Array(crowd.counts.late),
  'answers that nobody should get': [...crowd.counts.odd],
  'mails still waiting': Array(Math.abs(waiting)),
};

const { counts } = crowd;
console.log(`
${KILLS} kills in ${seconds()} s
${counts.requests} requests: ${crowd.leads.size} leads and ${crowd.bookings.size} calls with a 2xx, ${counts.taken} times taken, ${counts.refused} × 5xx, ${counts.broken} lines broken
${resend.counts().calls} calls to the mail service for ${keys.length} mails; ${cal.exchanges.length} calls to Cal.com for ${there.length} bookings
`);
for (const [promise, broken] of Object.entries(promises))
  console.log(`${String(broken.length).padStart(4)}  ${promise}`);
const kept =
  Object.values(promises).every(({ length }) => length === 0) &&
  crowd.leads.size > 0 &&
  crowd.bookings.size > 0;
console.log(kept ? '\nEvery promise was kept.' : '\nNot every promise was kept.');
process.exit(kept ? 0 : 1);
