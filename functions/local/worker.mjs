import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wrangler = fileURLToPath(
  new URL('../../node_modules/wrangler/bin/wrangler.js', import.meta.url),
);
const config = ['--config', 'functions/wrangler.jsonc'];

/** The local runtime without an account: no prompts, no reports home, no lookup of the visitor's data centre. */
const env = {
  ...process.env,
  CI: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
};

/** As on the edge: no local mode, and services that are set but never reached. */
const productionVars = [
  'LINK_SECRET:for-a-trial-of-production-and-nothing-else',
  'RESEND_API_KEY:re_trial',
  'RESEND_WEBHOOK_SECRET:whsec_Zm9yLWEtdHJpYWwtb2YtcHJvZHVjdGlvbi1vbmx5',
  'RESEND_BASE_URL:http://127.0.0.1:9',
];

/** Only the local mode has these; the Worker refuses to start in production without secrets of its own. */
const localVars = ['MODE:local', 'LINK_SECRET:local-development-only-not-a-secret'];

/** Brings the local database to the newest schema. Returns whether that worked. */
export function migrate(state) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [wrangler, 'd1', 'migrations', 'apply', 'DB', '--local', ...config, '--persist-to', state],
    { cwd: root, env, encoding: 'utf8' },
  );
  if (status !== 0) console.error(stdout, stderr);
  return status === 0;
}

/**
 * Starts the Worker with the built site on loopback.
 * @param {{ port: number, state: string, site?: string, vars?: string[], quiet?: boolean, mute?: boolean, production?: boolean }} options
 *   `state` is the folder of the local database; `site` the address that links in mails start with;
 *   `quiet` prints errors only, `mute` nothing; `production` leaves the local mode out.
 */
export function startWorker({
  port,
  state,
  site = `http://localhost:${port}`,
  vars = [],
  quiet = true,
  mute = false,
  production = false,
}) {
  const all = [...(production ? productionVars : localVars), `SITE_URL:${site}`, ...vars].flatMap(
    (pair) => ['--var', pair],
  );
  return spawn(
    process.execPath,
    [
      wrangler,
      'dev',
      ...config,
      ...['--port', String(port), '--ip', '127.0.0.1', '--inspector-port', '0'],
      ...[
        '--persist-to',
        state,
        '--log-level',
        quiet ? 'error' : 'log',
        '--show-interactive-dev-session=false',
      ],
      ...all,
    ],
    { cwd: root, env, stdio: mute ? 'ignore' : ['ignore', 'inherit', 'inherit'] },
  );
}

/** Waits until the Worker answers its health check, at most `seconds`. Returns whether it did. */
export async function isUp(port, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

/** What a cron does on the edge: sends what was left from the last run. */
export const kick = (port) =>
  fetch(
    `http://127.0.0.1:${port}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent('*/5 * * * *')}`,
  ).catch(() => undefined);
