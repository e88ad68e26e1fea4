/**
 * The whole site on the local runtime for the browser tests, with a database of its own.
 * `server.mjs <port> cal` has a stand-in of Cal.com, on the next port, as its calendar;
 * `server.mjs <port> production` is not in the local mode.
 */
import { rmSync } from 'node:fs';
import { isFree } from '../../functions/local/port.mjs';
import { migrate, startWorker } from '../../functions/local/worker.mjs';
import { serveCal } from '../fakes/cal-server.mjs';

const port = Number(process.argv[2]);
const [kind] = process.argv.slice(3);
const cal = kind === 'cal';
for (const needed of cal ? [port, port + 1] : [port]) {
  if (await isFree(needed)) continue;
  console.error(
    `Port ${needed}, which the browser tests need, is taken. Stop the program that holds it, or choose four free ones in a row: E2E_PORT=${needed + 10} npm test`,
  );
  process.exit(1);
}
const state = `test/results/state${kind ? `-${kind}` : ''}`;
rmSync(state, { recursive: true, force: true });
if (!migrate(state)) process.exit(1);
const vars = cal ? await serveCal(port + 1) : [];
const worker = startWorker({ port, state, vars, production: kind === 'production' });
worker.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => worker.kill(signal));
