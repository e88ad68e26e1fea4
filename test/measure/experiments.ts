/**
 * `npm run measure:experiments`: runs the database experiments at every setting and writes the recorded
 * runs that a reader sees before her own. `-- index-or-none` runs only that one.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { PGlite } from '@electric-sql/pglite';
import { everySetting } from '#src/experiments/experiment.ts';
import { experimentNamed, experiments } from '#src/experiments/library.ts';
import { runOnDatabase } from '#src/experiments/run.ts';
import { benchOf } from '#src/postgres/bench.ts';
import { version } from '#src/postgres/version.ts';

const folder = new URL('../../content/measurements/experiments/', import.meta.url);
const [only] = process.argv.slice(2);
const chosen = (only ? [experimentNamed(only)] : experiments).filter(
  (one) => one.kind === 'database',
);

const machine = () => {
  const [core] = os.cpus();
  const model = core?.model
    .replace(/\(R\)|\(TM\)|CPU|Processor/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `${os.availableParallelism()} cores, ${model || os.arch()}, ${os.type()}`;
};

/** Four digits are more than a run repeats. */
const rounded = (values: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  JSON.parse(
    JSON.stringify(values, (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(4)) : value,
    ),
  );

mkdirSync(folder, { recursive: true });
const db = await PGlite.create();
try {
  const bench = benchOf(db);
  for (const experiment of chosen) {
    // The first run of a fresh process is slower than all that follow.
    await runOnDatabase(experiment, experiment.claim.at, bench);
    const runs = [];
    for (const settings of everySetting(experiment)) {
      const { values, plans } = await runOnDatabase(experiment, settings, bench);
      runs.push({ settings, values: rounded(values), ...(plans && { plans }) });
    }
    const record = {
      experiment: experiment.slug,
      date: new Date().toISOString().slice(0, 10),
      command: `npm run measure:experiments -- ${experiment.slug}`,
      machine: machine(),
      runtime: `Node.js ${process.versions.node}`,
      database: `PostgreSQL ${version.postgres} (PGlite ${version.pglite})`,
      runs,
    };
    writeFileSync(
      new URL(`${experiment.slug}.json`, folder),
      `${JSON.stringify(record, null, 1)}\n`,
    );
    console.log(`${experiment.slug}: ${runs.length} runs`);
  }
} finally {
  await db.close();
}
