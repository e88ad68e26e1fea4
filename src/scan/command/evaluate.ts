/**
 * `npm run scan:evaluate -- <folder of clones> <labels> [--show] [--only=a,b]`: precision and recall of each rule against
 * labels. Each clone lies in a folder of its repository's name. Prints to standard output.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleId } from '#src/scan/rule.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { readFolder } from './folder.ts';
import { KINDS, labelsSchema, score } from './labels.ts';

const args = process.argv.slice(2);
const [folder, labels] = args.filter((arg) => !arg.startsWith('--'));
const option = (name: string) =>
  args.find((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
if (!folder || !labels || !existsSync(labels)) {
  process.stderr.write(
    'Give a folder of clones and a file of labels: npm run scan:evaluate -- clones labels.json\n',
  );
  process.exit(2);
}
const only = option('only')?.slice(7).split(',');
const show = option('show') !== undefined;
const print = (line: string) => process.stdout.write(`${line}\n`);

const { labelled } = labelsSchema.parse(JSON.parse(readFileSync(labels, 'utf8')));
const totals = new Map<RuleId, { hits: number; wrong: number; found: number; missed: number }>();
for (const { repo, labels: own } of labelled) {
  const name = repo.slice(repo.indexOf('/') + 1);
  const root = join(folder, name);
  if (!existsSync(root) || (only && !only.includes(name))) continue;
  const findings = findingsOf(readFolder(root));
  if (show) print(`\n${name}`);
  for (const rule of new Set(Object.values(KINDS).map((kind) => kind.rule))) {
    const { hits, wrong, found, missed } = score(rule, own, findings);
    const sum = totals.get(rule) ?? { hits: 0, wrong: 0, found: 0, missed: 0 };
    totals.set(rule, {
      hits: sum.hits + hits,
      wrong: sum.wrong + wrong.length,
      found: sum.found + found,
      missed: sum.missed + missed.length,
    });
    if (!show) continue;
    for (const one of missed)
      print(`  missed ${rule} ${one.file ?? ''}:${one.line ?? one.table_column} ${one.note ?? ''}`);
    for (const one of wrong) print(`  wrong  ${rule} ${one.file}:${one.line} ${one.says}`);
  }
}
const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
print('\nrule | precision | recall');
for (const [rule, { hits, wrong, found, missed }] of totals) {
  print(
    `${rule} | ${percent(hits, hits + wrong)} (${hits} of ${hits + wrong}) | ${percent(found, found + missed)} (${found} of ${found + missed})`,
  );
}
