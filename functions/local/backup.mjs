/** `npm run backup:rehearse`: fills a local database, exports, wipes and imports it, and compares every row. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const wrangler = at('../../node_modules/wrangler/bin/wrangler.js');
const ROWS = 200;

// A set-up of its own, so that its database is not the one of `npm start`.
const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const config = join(folder, 'wrangler.json');
const file = join(folder, 'backup.sql');
writeFileSync(
  config,
  JSON.stringify({
    name: 'backup',
    compatibility_date: '2026-10-20',
    d1_databases: [
      {
        binding: 'DB',
        database_name: 'backup',
        database_id: '00000000-0000-0000-0000-000000000001',
        migrations_dir: at('../migrations'),
      },
    ],
  }),
);

function d1(...args) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [wrangler, 'd1', ...args, '--local', '--config', config],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' },
    },
  );
  if (status !== 0) throw new Error(`wrangler d1 ${args[0]} failed:\n${stdout}${stderr}`);
  return stdout;
}

const query = (sql) =>
  JSON.parse(d1('execute', 'DB', '--json', '--command', sql).replace(/^[^[]*/s, ''));

/** Every row of every table, in a fixed order. */
function everything() {
  const [{ results: tables }] = query(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' ORDER BY name`,
  );
  const answers = query(tables.map(({ name }) => `SELECT * FROM "${name}" ORDER BY 1`).join(';'));
  return Object.fromEntries(tables.map(({ name }, i) => [name, answers[i].results]));
}

const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})`;
const now = `'2026-11-23T10:00:00.000Z'`;
const fill = `
INSERT INTO leads (id, email, name, answers, model, rated_load, target, consent_version, consent_at, created_at)
  ${numbers} SELECT 'lead-' || i, 'ada' || i || '@company.com', 'Ada “O''Neil” ' || char(128640), '{"rows":"100k"}',
  '1.0.0', 12.5, 500, '2026-11-23', ${now}, ${now} FROM n;
INSERT INTO outbox (id, kind, lead_id, recipient, due_at, next_at, changed_at)
  ${numbers} SELECT 'report:lead-' || i, 'report', 'lead-' || i, 'ada' || i || '@company.com', ${now}, ${now}, ${now}
  FROM n;
INSERT INTO stops VALUES ('abc', 'bounced', ${now});
INSERT INTO tallies VALUES ('2026-11', 'lead', 7);`;

try {
  d1('migrations', 'apply', 'DB');
  d1('execute', 'DB', '--command', fill);
  const before = everything();
  d1('export', 'DB', '--output', file);
  const kilobytes = Math.round(readFileSync(file).length / 1000);
  rmSync(join(folder, '.wrangler'), { recursive: true });
  d1('execute', 'DB', '--file', file);
  const after = everything();
  if (before.leads.length !== ROWS) throw new Error('The database was not filled.');
  if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error('Not every row came back.');
  const rows = Object.values(before).reduce((sum, table) => sum + table.length, 0);
  console.log(
    `${rows} rows of ${Object.keys(before).length} tables exported (${kilobytes} kB), wiped and imported: all there.`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
