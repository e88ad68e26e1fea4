import { spawn } from 'node:child_process';

/** Serves the built site on the local runtime; resolves when it answers. Call `stop` in any case. */
export async function serve(port) {
  const site = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['test/e2e/server.mjs', String(port)], {
    stdio: 'ignore',
  });
  const stop = () => server.kill('SIGTERM');
  for (let tries = 0; tries < 120; tries++) {
    const up = await fetch(`${site}/api/health`).catch(() => undefined);
    if (up?.ok) return { site, stop };
    await new Promise((done) => setTimeout(done, 500));
  }
  stop();
  throw new Error('The site did not start');
}
