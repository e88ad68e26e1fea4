/** The report for a developer: headings, tables and queries as Markdown. Pure text. */
import { LOAD_RANGE } from '#src/capacity/rating.ts';
import { site } from '#src/site.ts';
import { beyondSentence, beyondWords } from './beyond-words.ts';
import { effort } from './cost-words.ts';
import { workOf } from './cost.ts';
import { evidenceWords } from './evidence-words.ts';
import { gravest, type Told } from './gravest.ts';
import { proofOf } from './proof/proof.ts';
import type { Beyond, Report } from './report.ts';
import { costSentence, scenarioSentence } from './scenario-words.ts';
import type { Scenario } from './scenario.ts';
import {
  areaSentence,
  areaWords,
  atOnce,
  bandSentence,
  gradeWords,
  inUsers,
  resourceWords,
  riskSentence,
  sentence,
  stepSentence,
  sureSentence,
} from './words.ts';

const sql = (query: string | undefined) => (query ? [`\`\`\`sql\n${query}\n\`\`\``] : []);
const list = (lines: readonly string[], mark: (at: number) => string = () => '-') =>
  lines.map((line, at) => `${mark(at)} ${line}`).join('\n');

function defect({ defect: found, step, words }: Told, report: Report): string {
  const { answers } = report;
  const { how, sql: query, now, after, repairs } = proofOf(found.repair, answers);
  return [
    `### ${gradeWords[found.grade].name}: ${words.defect}`,
    words.means,
    list([
      `Evidence: ${evidenceWords(found, answers)}`,
      ...(found.lines ?? []).map(({ file, line, says }) =>
        file ? `\`${file}${line > 0 ? `:${line}` : ''}\` ${says}` : says,
      ),
      `Load: ${step ? stepSentence(step) : 'It costs speed or money, not capacity.'}`,
      `Effort: ${effort(workOf([found.repair]))}`,
      `Article: ${site.url}/scaling-issues/#${words.anchor}`,
    ]),
    `**Repair: ${words.title}**`,
    list(words.steps, (at) => `${at + 1}.`),
    ...(found.sql
      ? ['Written for these tables; run each by itself:', ...sql(found.sql.join('\n'))]
      : []),
    `**Proof.** ${how}`,
    ...sql(query),
    list([`Now: ${now}`, `Repaired: ${after}`]),
    ...(repairs ? ['Writes the statements of the repair:', ...sql(repairs)] : []),
  ].join('\n\n');
}

function beyond(one: Beyond, report: Report): string {
  const { title, means, steps } = beyondWords(one, report.answers);
  return [
    `### ${gradeWords[one.grade].name}: ${title}`,
    `${means} ${beyondSentence(report, one)}`,
    list(steps),
  ].join('\n\n');
}

/**
 * @param day "2026-11-23" · @param link address of this very report
 */
export function markdown(report: Report, scenario: Scenario, day: string, link: string): string {
  const { areas, gives, answers, load, plan } = report;
  const parts = gives.filter(({ share }) => share > 0).slice(0, 3);
  return [
    `# ${sentence(report)}`,
    `${site.name} inspection report of ${day}, model ${report.model}. [Open it](${link})`,
    [riskSentence(report), bandSentence(load)].join(' '),
    '## Risk by area',
    [
      '| Area | Grade | Risk |',
      '| --- | --- | --- |',
      ...areas.map(
        ({ area, grade }) =>
          `| ${areaWords[area].name} | ${gradeWords[grade].name} | ${areaSentence(report, area)} |`,
      ),
    ].join('\n'),
    ...(parts.length > 0
      ? [
          '## What gives first',
          list(
            parts.map(
              ({ resource, share, load: at }) =>
                `${resourceWords(resource, answers).name}, first in ${Math.round(share * 100)} of 100${at.likely < LOAD_RANGE.max ? `, at ${atOnce(at.likely)}` : ''}. ${resourceWords(resource, answers).gives}`,
            ),
            (at) => `${at + 1}.`,
          ),
        ]
      : []),
    '## Defects',
    ...gravest(report).map((told) => defect(told, report)),
    ...(report.beyond.length > 0
      ? ['## What no repair here mends', ...report.beyond.map((one) => beyond(one, report))]
      : []),
    ...(plan.length > 0
      ? [
          '## Order of repair',
          list(
            plan.map(({ repair, before, after }) => {
              const on = scenario.repairs.includes(repair) ? 'x' : ' ';
              return `[${on}] \`${repair}\`: ${inUsers(before)} → ${inUsers(after)} users at once`;
            }),
          ),
          `${scenarioSentence(report, scenario)} ${costSentence(report, scenario)}`,
        ]
      : []),
    '## How sure this is',
    `${sureSentence(report)} It is an estimate from answers, not a load test.`,
  ].join('\n\n');
}
