import type { Evidence, EvidenceLine, Evidences } from '#src/quiz/evidence.ts';
import type { AnswerTo, QuestionId } from '#src/quiz/questions.ts';
import { repairsOf } from './repairs.ts';
import type { Finding, RuleId } from './rule.ts';
import type { Summary } from './summary.ts';

/** Lines shown under an answer; the rest is in the list of findings. */
const SHOWN = 5;

/** Mended in the same way wherever they stand. */
const ALIKE: ReadonlySet<RuleId> = new Set([
  'slow-call-without-timeout',
  'heavy-images',
  'polling',
]);

/** What the browser does with a list is mended where the list is read. */
const under = (rule: RuleId): RuleId => (rule === 'work-in-browser' ? 'list-without-limit' : rule);

/** What a visitor marks as staying small: all findings about one table by one rule. */
export const keyOf = ({ rule, table, file, line }: Finding): string =>
  table
    ? `${under(rule)} ${table}`
    : ALIKE.has(rule)
      ? rule
      : `${rule} ${file}${rule === 'query-per-row' ? '' : `:${line}`}`;

export const withoutSmall = (findings: readonly Finding[], small: readonly string[]): Finding[] => {
  const keys = new Set(small);
  return findings.filter((finding) => !keys.has(keyOf(finding)));
};

const answer = <Id extends QuestionId>(
  _: Id,
  value: AnswerTo<Id>,
  lines: readonly EvidenceLine[],
): Evidence => ({
  value,
  lines: lines.slice(0, SHOWN).map(({ file, line, says }) => ({ file, line, says })),
});

/** Those of a rule that are about tables that grow, or of which nobody knows. */
const heavy = (findings: readonly Finding[], rule: RuleId): Finding[] =>
  findings.filter(
    (one) =>
      one.rule === rule &&
      (one.growth === undefined || one.growth === 'grows' || one.growth === 'unknown'),
  );

/** Lists of one visitor's or one parent's rows: however short they are by now, nothing bounds them. */
const owned = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    ({ rule, scope, growth }) =>
      rule === 'list-without-limit' && scope === 'part' && growth !== 'small',
  );

function listOf(findings: readonly Finding[], { limited, unread }: Summary): Evidence | undefined {
  const whole = heavy(findings, 'list-without-limit').filter(
    ({ staff, scope }) => !staff && scope === 'all',
  );
  const lists = owned(findings).filter(({ staff }) => !staff);
  const work = heavy(findings, 'work-in-browser').filter(({ staff }) => !staff);
  if (whole.length > 0)
    return answer('list', 'all', [...whole.slice(0, 3), ...work.slice(0, 2), ...whole.slice(3)]);
  if (lists.length > 0) return answer('list', 'own', lists);
  if (limited === 0 || unread.length > 0) return undefined;
  return answer('list', 'page', [
    { file: '', line: 0, says: `${limited} lists are read with a limit, and no long one without.` },
  ]);
}

/** With the statements that repair it, where there are any. */
const repaired = (evidence: Evidence, sql: readonly string[]): Evidence =>
  sql.length > 0 ? { ...evidence, sql: [...sql] } : evidence;

/** “Yes” only where the whole schema is known: what is unknown is not clean. */
function indexesOf(
  findings: readonly Finding[],
  { indexes, unknownTables, tables, queries, unread }: Summary,
  statements: readonly string[],
): Evidence | undefined {
  const missing = heavy(findings, 'filter-without-index').filter(({ within }) => !within);
  if (missing.length > 0)
    return repaired(answer('indexes', indexes === 0 ? 'no' : 'some', missing), statements);
  if (tables === 0 || queries === 0 || unknownTables.length > 0 || unread.length > 0)
    return undefined;
  return answer('indexes', 'yes', [
    { file: '', line: 0, says: 'Every column that the code looks for has an index.' },
  ]);
}

/** The costliest kind that is found decides. */
function rulesOf({ rules, backend }: Summary, rewritten: readonly string[]): Evidence | undefined {
  if (backend !== 'supabase') return undefined;
  const kind = (['join', 'row', 'once', 'off'] as const).find((one) => rules[one].length > 0);
  if (!kind) return undefined;
  return repaired(
    answer('rules', kind, rules[kind]),
    kind === 'join' || kind === 'row' ? rewritten : [],
  );
}

function liveOf(
  findings: readonly Finding[],
  { scopedChannels, files, unread }: Summary,
): Evidence | undefined {
  const live = heavy(findings, 'realtime-whole-table').filter(({ staff }) => !staff);
  if (live.length > 0) return answer('live', 'table', live);
  const polls = findings.filter(({ rule, staff }) => rule === 'polling' && !staff);
  if (polls.length > 0) return answer('live', 'poll', polls);
  if (scopedChannels.length > 0) return answer('live', 'own', scopedChannels);
  if (files === 0 || unread.length > 0) return undefined;
  return answer('live', 'no', [
    { file: '', line: 0, says: 'No channel and no timer asks for changes.' },
  ]);
}

const ROWS: readonly (readonly [number, AnswerTo<'rows'>])[] = [
  [1_000, '1k'],
  [10_000, '10k'],
  [100_000, '100k'],
  [1_000_000, '1m'],
];

function rowsOf({ rows }: Summary): Evidence | undefined {
  if (!rows) return undefined;
  const value = ROWS.find(([limit]) => rows.count < limit)?.[1] ?? 'more';
  return answer('rows', value, [
    {
      file: '',
      line: 0,
      says: `${rows.table} holds about ${rows.count.toLocaleString('en')} rows.`,
    },
  ]);
}

/**
 * The quiz's answers that the findings give. A question of which the code says nothing certain has none:
 * what was not found is told as found only where everything could be read, and code that nothing leads to
 * answers nothing.
 */
export function evidencesOf(found: readonly Finding[], summary: Summary): Evidences {
  const findings = found.filter(({ unused }) => !unused);
  const perRow = findings.filter(({ rule, staff }) => rule === 'query-per-row' && !staff);
  const cache = findings.filter(({ rule }) => rule === 'no-client-cache');
  const images = findings.filter(({ rule }) => rule === 'heavy-images');
  const clients = findings.filter(({ rule }) => rule === 'client-per-request');
  const none = { file: '', line: 0 };
  const repairs = repairsOf(findings);
  const all: { [Id in QuestionId]?: Evidence | undefined } = {
    builder:
      summary.builder &&
      answer('builder', summary.builder, [
        { ...none, says: 'The tool left its mark in the project.' },
      ]),
    backend:
      summary.backend &&
      answer('backend', summary.backend, [
        { ...none, says: `The code sends ${summary.queries} requests to it.` },
      ]),
    rows: rowsOf(summary),
    list: listOf(findings, summary),
    indexes: indexesOf(findings, summary, repairs.indexes),
    rules: rulesOf(summary, repairs.policies),
    requests: perRow.length > 0 ? answer('requests', 'each', perRow) : undefined,
    cache:
      cache.length > 0
        ? answer('cache', 'database', cache)
        : summary.cached
          ? answer('cache', 'browser', [
              { ...none, says: 'React Query is used with a stale time.' },
            ])
          : undefined,
    delivery: images.length > 0 ? answer('delivery', 'large', images) : undefined,
    connection: clients.length > 0 ? answer('connection', 'each', clients) : undefined,
    slow: summary.slow.length > 0 ? answer('slow', 'long', summary.slow) : undefined,
    live: liveOf(findings, summary),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, one]) => one !== undefined),
  ) as Evidences;
}
