import type { Facts, Query } from '#src/scan/code/facts.ts';
import { GAP } from '#src/scan/code/value.ts';
import { growthOf } from '#src/scan/growth.ts';
import { columnOf, isView, type Project, tableOf } from '#src/scan/project.ts';
import { indexStatement, wordIndexStatement } from '#src/scan/repair-sql.ts';
import type { Finding, Rule } from '#src/scan/rule.ts';
import { searchable, type Table } from '#src/scan/schema/schema.ts';
import { CATALOG, COARSE_COLUMN, PARTS, words } from '#src/scan/vocabulary.ts';

const EXACT = new Set(['eq', 'in', 'each.eq']);
const OTHERWISE = new Set(['or.eq', 'or.in']);
const WORDS = new Set(['like', 'ilike', 'or.ilike', 'or.like']);
const RANGES = new Set(['gt', 'gte', 'lt', 'lte']);

const isCoarse = (table: Table, column: string, fixed: boolean): boolean =>
  /^bool/.test(table.columns.get(column)?.type ?? '') ||
  (fixed && COARSE_COLUMN.test(column)) ||
  COARSE_COLUMN.test(column);

interface Missing {
  readonly column: string;
  readonly line: number;
  /** Looks for words within the text, which needs another kind of index. */
  readonly within?: boolean;
  /** Only sorts a list that is read whole: an index would save the sorting alone. */
  readonly light?: boolean;
}

/** Indexes of words: trigrams and full text. */
const hasWords = (table: Table, column: string): boolean =>
  table.indexes.some(
    ({ method, columns }) =>
      method !== 'btree' && (columns.includes(column) || columns.includes(undefined)),
  );

/** What this request looks for where no index helps it. */
function missing(query: Query, table: Table): readonly Missing[] {
  const firsts = new Set(searchable(table).map(([first]) => first));
  const own = query.filters.filter(({ column }) => !column.includes('.'));
  const named = own.map((one) => ({ ...one, column: columnOf(table, one.column) }));
  const exact = named.filter(({ operator }) => EXACT.has(operator));
  // A column that only a run names may have an index.
  if (exact.some(({ column }) => column === GAP)) return [];
  const ranges = named.filter(({ operator }) => RANGES.has(operator));
  const either = named.filter(({ operator }) => OTHERWISE.has(operator));
  if ([...exact, ...ranges].some(({ column }) => firsts.has(column))) return [];
  const words = named
    .filter(
      ({ operator, column, fixed }) => WORDS.has(operator) && !fixed && !hasWords(table, column),
    )
    .map((one) => ({ ...one, within: true }));
  const wanted = exact.filter(({ column, fixed }) => !isCoarse(table, column, fixed));
  if (wanted.length > 0) return [...wanted, ...words];
  // Of several ways to match each one needs its index.
  if (either.length > 0) return either.filter(({ column }) => !firsts.has(column));
  if (ranges.length > 0) return [...ranges, ...words];
  if (query.single || query.counts || query.action !== 'read') return words;
  const sorted = query.orders
    .slice(0, 1)
    .map((one) => ({ ...one, column: columnOf(table, one.column), light: !query.limited }))
    .filter(({ column }) => !firsts.has(column));
  return [...sorted, ...words];
}

/** Nothing for a column that the migrations do not tell of: the statement might not run. */
function statement(table: Table, column: string, within: boolean | undefined): string | undefined {
  if (!table.columns.has(column)) return undefined;
  return within ? wordIndexStatement(table.name, column) : indexStatement(table.name, [column]);
}

/** Who added the column without a migration may have added an index so. */
const isUntold = ({ columns }: Table, column: string): boolean =>
  columns.get(column)?.untold ?? !columns.has(column);

function findings(project: Project, file: Facts, query: Query): Finding[] {
  const table = tableOf(project, query);
  if (!table?.complete || query.client === 'firestore' || isView(project, query)) return [];
  const growth = growthOf(project, table, table.name);
  if (growth === 'small') return [];
  // A few for each parent, or as many as a shop lists, are looked through within milliseconds.
  const short = [PARTS, CATALOG].some((one) => one.test(words(table.name)));
  return missing(query, table).map(({ column, line, within, light }) => ({
    rule: 'filter-without-index',
    file: file.path,
    line,
    table: table.name,
    columns: [column],
    growth,
    within,
    light: light || short || isUntold(table, column),
    sql: statement(table, column, within),
    staff: project.uses.isStaff(file.path),
    says: within
      ? `Looks for words within ${table.name}.${column}, and no index of words helps.`
      : `Looks through ${table.name} by ${column}, and no index leads there.`,
  }));
}

export const filterWithoutIndex: Rule = {
  id: 'filter-without-index',
  find: (project) =>
    project.files.flatMap((file) =>
      file.queries.flatMap((query) => findings(project, file, query)),
    ),
};
