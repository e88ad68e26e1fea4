/** `npm run dev`: the pages with reload on every edit, and the API of the local Worker behind them. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isFree } from './port.mjs';
import { migrate, startWorker } from './worker.mjs';

const [pages, api] = [4321, 8788];
for (const port of [pages, api]) {
  if (await isFree(port)) continue;
  console.error(`\nPort ${port} is taken by another program. Stop that program, then try again.\n`);
  process.exit(1);
}

// The Worker serves built files too, and refuses to start without their folder.
if (!existsSync('dist')) mkdirSync('dist');
const state = 'functions/.wrangler/state';
if (!migrate(state)) process.exit(1);

const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));
const children = [
  startWorker({ port: api, state, site: `http://localhost:${pages}`, quiet: false }),
  spawn(process.execPath, [astro, 'dev', '--port', String(pages), '--host', '127.0.0.1'], {
    stdio: 'inherit',
    env: {
      ...process.env,
      API: `http://127.0.0.1:${api}`,
      ASTRO_DEV_BACKGROUND: '0',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  }),
];
const stop = () => {
  for (const child of children) child.kill();
};
for (const child of children) {
  child.on('exit', (code) => {
    stop();
    process.exit(code ?? 0);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
