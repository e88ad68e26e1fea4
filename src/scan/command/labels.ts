/** Labels of a corpus, and how findings are held against them. */
import type { Finding, RuleId } from '#src/scan/rule.ts';
import { z } from '#src/zod.ts';

const label = z.object({
  kind: z.string(),
  file: z.optional(z.string()),
  line: z.optional(z.number()),
  certain: z.boolean(),
  table_column: z.optional(z.string()),
  note: z.optional(z.string()),
});
const repository = z.object({ repo: z.string(), labels: z.array(label) });
export const labelsSchema = z.object({ labelled: z.array(repository) });

export type Label = z.infer<typeof label>;
export type Labels = z.infer<typeof labelsSchema>;

/** The rule that answers for a kind of label, and how far off a line may be; undefined: anywhere in the file. */
export const KINDS: Readonly<
  Record<string, { readonly rule: RuleId; readonly lines?: number; readonly or?: RuleId }>
> = {
  // A whole collection that is read live is told once, as live.
  'unbounded-list-global': { rule: 'list-without-limit', lines: 3, or: 'realtime-whole-table' },
  'unbounded-list-scoped': { rule: 'list-without-limit', lines: 3 },
  'client-side-aggregate': { rule: 'work-in-browser', lines: 1 },
  'n-plus-one': { rule: 'query-per-row', lines: 2 },
  polling: { rule: 'polling', lines: 2 },
  'realtime-whole-table': { rule: 'realtime-whole-table', lines: 2 },
  'ai-call-no-timeout': { rule: 'slow-call-without-timeout' },
  'filter-column-unindexed': { rule: 'filter-without-index', lines: 3 },
  'fk-unindexed': { rule: 'foreign-key-without-index' },
};

export interface Score {
  readonly hits: number;
  readonly missed: readonly Label[];
  readonly wrong: readonly Finding[];
  /** Labels of the rule that a finding met, faults that are harmless by nature left out. */
  readonly found: number;
}

/** Do two lines of a file stand in the same function of its outermost ones? */
export type Together = (file: string, line: number, other: number) => boolean;

const meets = (one: Label, finding: Finding, together: Together): boolean => {
  const kind = KINDS[one.kind];
  if (!kind || (kind.rule !== finding.rule && kind.or !== finding.rule)) return false;
  if (one.table_column)
    return one.table_column === `${finding.table}.${finding.columns?.join(',')}`;
  if (one.file !== finding.file) return false;
  const line = one.line ?? 0;
  if (kind.lines === undefined || Math.abs(line - finding.line) <= kind.lines) return true;
  // Of a component that a list shows once a row the fault is the component, wherever in it the label stands.
  const isRow = finding.rule === 'query-per-row' && (finding.also?.length ?? 0) > 0;
  return isRow && together(finding.file, line, finding.line);
};

/**
 * Findings that meet only an uncertain label, or a label of another rule, count neither as right nor as
 * wrong; so do those of which the scan itself says that nothing leads there.
 */
export function score(
  rule: RuleId,
  labels: readonly Label[],
  findings: readonly Finding[],
  together: Together = () => false,
): Score {
  const own = labels.filter((one) => KINDS[one.kind]?.rule === rule && one.certain);
  const found = findings.filter((one) => one.rule === rule);
  const meetsAny = (some: readonly Label[], one: Finding) =>
    some.some((label) => meets(label, one, together));
  const right = found.filter((one) => meetsAny(own, one));
  const wrong = found.filter((one) => !one.unused && !meetsAny(labels, one));
  const missed = own.filter((label) => !findings.some((one) => meets(label, one, together)));
  return { hits: right.length, missed, wrong, found: own.length - missed.length };
}
