/** The whole site on the local runtime for the browser tests, with a database of its own. */
import { rmSync } from 'node:fs';
import { isFree } from '../../functions/local/port.mjs';
import { migrate, startWorker } from '../../functions/local/worker.mjs';

const port = Number(process.argv[2]);
if (!(await isFree(port))) {
  console.error(
    `Port ${port}, which the browser tests need, is taken. Stop the program that holds it, or choose another port: E2E_PORT=${port + 1} npm test`,
  );
  process.exit(1);
}
const state = 'test/results/state';
rmSync(state, { recursive: true, force: true });
if (!migrate(state)) process.exit(1);
const worker = startWorker({ port, state });
worker.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => worker.kill(signal));
