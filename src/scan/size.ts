import type { Growth } from './growth.ts';
import type { Finding, RuleId } from './rule.ts';
import type { Schema } from './schema/schema.ts';

/** How many rows of a table a visitor expects, in a year of what she plans. */
export const SIZES = ['tens', 'hundreds', 'thousands', 'more'] as const;
export type Size = (typeof SIZES)[number];
/** What a visitor said, table by table. */
export type Sizes = Readonly<Record<string, Size>>;

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

function withSize(finding: Finding, size: Size | undefined): Finding {
  if (size === undefined || finding.size || !COSTS_BY_ROWS.has(finding.rule)) return finding;
  // A search of some thousands of rows is not felt.
  const isShort = finding.rule === 'filter-without-index' && size === 'thousands';
  const growth = isShort ? 'unknown' : GROWTH[size];
  // Each change of a live table costs, however long it is.
  const apart = isPart(finding) || finding.rule === 'realtime-whole-table';
  return apart && growth !== 'small' ? finding : { ...finding, size, growth };
}

/** The findings, as the length of the tables makes them; what is known already stays. */
export const sized = (findings: readonly Finding[], sizes: Sizes): Finding[] =>
  findings.map((one) => withSize(one, sizes[one.table ?? '']));
