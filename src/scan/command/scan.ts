/**
 * `npm run scan -- <folder> [--json | --sarif]`: what the page finds, for engineers. The exit status is
 * 0 whatever is found, 2 when the folder cannot be read.
 */
import { existsSync, statSync } from 'node:fs';
import { answersIn } from '#src/quiz/evidence.ts';
import { evidencesOf } from '#src/scan/answers.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { summaryOf } from '#src/scan/summary.ts';
import { readFolder } from './folder.ts';
import { sarifOf } from './sarif.ts';

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--'));
if (!folder || !existsSync(folder) || !statSync(folder).isDirectory()) {
  process.stderr.write('Give the folder of an app: npm run scan -- ../my-app\n');
  process.exit(2);
}

const project = readFolder(folder);
const findings = findingsOf(project);
const summary = summaryOf(project);
const answers = answersIn(evidencesOf(findings, summary));

/** One finding a line, as editors link it. */
const text = () => [
  ...findings.map(({ file, line, rule, says }) => `${file}:${line} ${rule}: ${says}`),
  '',
  `${findings.length} findings in ${summary.files} files, ${summary.tables} tables.`,
  ...(summary.unknownTables.length > 0
    ? [`Nothing tells of the indexes and rules of: ${summary.unknownTables.join(', ')}`]
    : []),
  ...(summary.unread.length > 0 ? [`Not read: ${summary.unread.join(', ')}`] : []),
  `Answers: ${Object.entries(answers)
    .map(([id, value]) => `${id}=${value}`)
    .join(' ')}`,
];

const output = args.includes('--sarif')
  ? JSON.stringify(sarifOf(findings), null, 2)
  : args.includes('--json')
    ? JSON.stringify({ summary, answers, findings }, null, 2)
    : text().join('\n');
process.stdout.write(`${output}\n`);
