/** `npm start`: builds the site, brings the local database up to date and serves everything. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isFree } from './port.mjs';
import { isUp, kick, migrate, startWorker } from './worker.mjs';

const stop = (sentence) => {
  console.error(`\n${sentence}\n`);
  process.exit(1);
};

const port = Number(process.env.PORT ?? 8787);
if (!(Number.isInteger(port) && port > 0 && port < 65536)) {
  stop('PORT has to be a number between 1 and 65535, for example: PORT=8788 npm start');
}
if (!(await isFree(port))) {
  stop(
    `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
}

const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));
const build = spawnSync(process.execPath, [astro, 'build', '--silent'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
});
if (build.status !== 0) stop('The site could not be built; the message above says where.');

const state = 'functions/.wrangler/state';
if (!migrate(state))
  stop('The local database could not be brought up to date; the message above says why.');

const worker = startWorker({ port, state });
worker.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => worker.kill(signal));

if (!(await isUp(port))) {
  worker.kill();
  stop('The site did not answer within a minute. The messages above say why.');
}
await kick(port);
console.log(`
  Loadworthy runs at  http://localhost:${port}
  Mails land at       http://localhost:${port}/dev/mailbox
  Stop with           Ctrl+C
`);
