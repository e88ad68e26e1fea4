import type { Growth } from './growth.ts';
import type { Finding, RuleId } from './rule.ts';
import type { Schema } from './schema/schema.ts';

/** How many rows of a table a visitor expects, in a year of what she plans. */
export const SIZES = ['tens', 'hundreds', 'thousands', 'more'] as const;
export type Size = (typeof SIZES)[number];
/** What a visitor said, table by table. */
export type Sizes = Readonly<Record<string, Size>>;

const isSize = (word: string): word is Size => (SIZES as readonly string[]).includes(word);

/** What was said and kept, as far as it still means something. */
export const sizesIn = (kept: Readonly<Record<string, string>>): Sizes =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([table, word]): [string, Size][] =>
      isSize(word) ? [[table, word]] : [],
    ),
  );

const GROWTH: Readonly<Record<Size, Growth>> = {
  tens: 'small',
  hundreds: 'unknown',
  thousands: 'grows',
  more: 'grows',
};

/** Rules whose places cost what the table is long. Of a loop, the list decides that it goes through. */
const COSTS_BY_ROWS = new Set<RuleId>([
  'list-without-limit',
  'work-in-browser',
  'filter-without-index',
  'realtime-whole-table',
  'foreign-key-without-index',
  'policy-asks-per-row',
]);

/** Rules about lists that are read, whole or in part. */
export const LISTS = new Set<RuleId>(['list-without-limit', 'work-in-browser']);

/** What the database told of its tables: the long ones, for the others may be young. */
export const sizesOf = ({ tables }: Schema): Sizes =>
  Object.fromEntries(
    [...tables].flatMap(([name, { rows = 0 }]): [string, Size][] =>
      rows < 1_000 ? [] : [[name, rows < 10_000 ? 'thousands' : 'more']],
    ),
  );

/** Only what belongs to one visitor or parent is read: of that the table’s length says little. */
export const isPart = ({ scope, growth }: Finding): boolean =>
  scope === 'part' || growth === 'parts';

/** Tables that each company sees her own part of, and nobody reads whole: her word is about one company. */
export function ofCompanies(findings: readonly Finding[]): ReadonlySet<string> {
  const lists = findings.filter((one) => LISTS.has(one.rule) && !isPart(one) && !one.unused);
  const byTable = Map.groupBy(lists, ({ table = '' }) => table);
  const all = [...byTable].filter(([, some]) => some.every(({ ofCompany }) => ofCompany));
  return new Set(all.map(([table]) => table));
}

function withSize(finding: Finding, sizes: Sizes, companies: ReadonlySet<string>): Finding {
  const { rule, table = '', through = '', ofCompany } = finding;
  // Of some dozens each may ask for itself.
  if (rule === 'query-per-row')
    return sizes[through] === 'tens' ? { ...finding, growth: 'small' } : finding;
  const size = sizes[table];
  if (size === undefined || finding.size || !COSTS_BY_ROWS.has(rule)) return finding;
  // A search of some thousands of rows is not felt.
  const growth = rule === 'filter-without-index' && size === 'thousands' ? 'unknown' : GROWTH[size];
  // Each change of a live table costs, however long it is.
  const apart =
    isPart(finding) || rule === 'realtime-whole-table' || (ofCompany && !companies.has(table));
  return apart && growth !== 'small' ? finding : { ...finding, size, growth };
}

/**
 * The findings, as the length of the tables makes them; what is known already stays.
 * @param companies tables of which the length is told for one company
 */
export function sized(
  findings: readonly Finding[],
  sizes: Sizes,
  companies = ofCompanies(findings),
): Finding[] {
  return findings.map((one) => withSize(one, sizes, companies));
}
