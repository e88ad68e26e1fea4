import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Head } from '#src/measured/head.ts';
import { type MeasuredScan, type MeasuredSet, measuredSchema } from '#src/scan/measured.ts';

const FILE = fileURLToPath(new URL('../../../content/measurements/scan.json', import.meta.url));

const head = (): Head => ({
  script: 'test/measure/scan.ts',
  command: 'npm run measure:scan',
  date: new Date().toISOString().slice(0, 10),
  machine: `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 1e9)} GB of memory, ${os.type()}`,
  versions: { node: process.versions.node },
  settings: {},
  method:
    'The scan of this site, run over public apps that were made with AI tools; what it told was counted, app by app',
});

/** What is published by now. */
export const published = (): MeasuredScan =>
  measuredSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** The first run on unseen apps, under names that articles quote. */
const quoted = ({ repositories, rules }: MeasuredSet): MeasuredScan['figures'] => [
  { name: 'unseen-apps', value: repositories, unit: '' },
  ...rules.flatMap(({ rule, ...sums }) =>
    Object.entries(sums).map(([sum, value]) => ({
      name: `unseen-${rule}-${sum}`,
      value,
      unit: '',
    })),
  ),
];

/**
 * Replaces parts of the published measurement and dates it.
 * @throws {Error} before anything is written when the parts have another form
 */
export function publish(parts: Partial<MeasuredScan>) {
  const { figures, ...all } = measuredSchema.parse({ ...published(), ...parts, head: head() });
  const counted = figures.filter(({ name }) => !name.startsWith('unseen-'));
  const whole = { ...all, figures: [...counted, ...all.firstRuns.slice(0, 1).flatMap(quoted)] };
  writeFileSync(FILE, `${JSON.stringify(whole, null, 2)}\n`);
}
