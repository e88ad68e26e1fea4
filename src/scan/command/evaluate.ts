/**
 * `npm run scan:evaluate -- <folder of clones> <labels> [--show] [--only=a,b]`: precision and recall of
 * each rule against labels. Each clone lies in a folder of its repository's name. Prints to standard output.
 */
import { existsSync, readFileSync } from 'node:fs';
import { evaluate } from './evaluation.ts';
import { labelsSchema } from './labels.ts';

const args = process.argv.slice(2);
const [folder, labels] = args.filter((arg) => !arg.startsWith('--'));
if (!folder || !labels || !existsSync(labels)) {
  process.stderr.write(
    'Give a folder of clones and a file of labels: npm run scan:evaluate -- clones labels.json\n',
  );
  process.exit(2);
}
const only = args
  .find((arg) => arg.startsWith('--only='))
  ?.slice(7)
  .split(',');
const print = (line: string) => process.stdout.write(`${line}\n`);

const { set, verdicts } = evaluate(
  folder,
  labelsSchema.parse(JSON.parse(readFileSync(labels, 'utf8'))),
  (name) => only?.includes(name) ?? true,
);
if (args.includes('--show')) {
  for (const { name, rule, missed, wrong } of verdicts) {
    for (const { file, line, table_column, note } of missed)
      print(`missed ${rule} ${name} ${file ?? ''}:${line ?? table_column} ${note ?? ''}`);
    for (const { file, line, says } of wrong)
      print(`wrong  ${rule} ${name} ${file}:${line} ${says}`);
  }
}
const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
print(`\n${set.repositories} repositories\nrule | precision | recall`);
for (const { rule, right, told, found, there } of set.rules) {
  print(
    `${rule} | ${percent(right, told)} (${right} of ${told}) | ${percent(found, there)} (${found} of ${there})`,
  );
}
