import type { Schema } from '#src/scan/schema/schema.ts';
import { split } from './cursor.ts';
import type { Token } from './token.ts';

/** What a loop's variable holds in one turn: a row of a catalog by column, or a name under ''. */
type Turn = Readonly<Record<string, string>>;

const isWord = (token: Token | undefined, text: string) =>
  token?.kind === 'word' && token.text === text;

/** The head of the loop around a place: what stands between `for` and `loop`. */
function headOf(all: readonly Token[], at: number): readonly Token[] | undefined {
  let depth = 0;
  for (let i = at; i >= 0; i--) {
    if (!isWord(all[i], 'loop')) continue;
    if (isWord(all[i - 1], 'end')) depth++;
    else if (depth-- === 0) {
      const start = all.findLastIndex(
        (one, j) => j < i && (isWord(one, 'for') || isWord(one, 'foreach')),
      );
      return start < 0 ? undefined : all.slice(start + 1, i);
    }
  }
  return undefined;
}

/** The words that stand between apostrophes behind this column; none where it is not asked for. */
function wanted(head: readonly Token[], column: string): ReadonlySet<string> {
  const where = head.findIndex((one) => isWord(one, 'where'));
  const from = where < 0 ? -1 : head.findIndex((one, i) => i > where && isWord(one, column));
  if (from < 0) return new Set();
  const until = head.findIndex((one, i) => i > from && (isWord(one, 'and') || isWord(one, 'or')));
  const behind = head.slice(from, until < 0 ? undefined : until);
  return new Set(behind.flatMap(({ kind, text }) => (kind === 'text' ? [text] : [])));
}

/** Rows of `pg_policies` or `pg_tables` that a loop goes through, or the names of an array. */
function turnsOf(head: readonly Token[], schema: Schema): readonly Turn[] {
  const reads = (catalog: string) => head.some((one) => isWord(one, catalog));
  const tables = [...schema.tables.values()];
  const listed = reads('tables') && reads('information_schema');
  const column = listed ? 'table_name' : 'tablename';
  const only = wanted(head, column);
  const inside = wanted(head, 'schemaname');
  if (inside.size > 0 && !inside.has('public')) return [];
  const chosen = tables.filter(({ name }) => only.size === 0 || only.has(name));
  const row = (name: string) => ({ schemaname: 'public', table_schema: 'public', [column]: name });
  if (reads('pg_policies'))
    return chosen.flatMap(({ name, policies }) =>
      policies.map((policy) => ({ ...row(name), policyname: policy.name })),
    );
  if (reads('pg_tables') || listed) return chosen.map(({ name }) => row(name));
  if (!head.some((one) => isWord(one, 'array'))) return [];
  return head.flatMap(({ kind, text }) => (kind === 'text' ? [{ '': text }] : []));
}

/** What stands in the code, a column of the turn's row, or the name that it is about. */
function givenTo(given: readonly Token[], turn: Turn): string | undefined {
  const [first, , column] = given;
  if (given.length === 1) return first?.kind === 'text' ? first.text : turn[''];
  return given.length === 3 ? turn[column?.text ?? ''] : undefined;
}

/** `format('drop policy %I on %I', r.policyname, r.tablename)` with the values of one turn; undefined where one is unknown. */
function filled(call: readonly Token[], turn: Turn): string | undefined {
  const [pattern, ...given] = split(call);
  const text = pattern?.length === 1 && pattern[0]?.kind === 'text' ? pattern[0].text : undefined;
  const values = given.map((one) => givenTo(one, turn));
  if (text === undefined || values.includes(undefined)) return undefined;
  let next = 0;
  return text.replace(/%(?:(\d+)\$)?([IsL])/g, (_, position: string | undefined, kind: string) => {
    const value = values[position === undefined ? next++ : Number(position) - 1] ?? '';
    return kind === 'I' ? `"${value}"` : kind === 'L' ? `'${value}'` : value;
  });
}

/**
 * The statements that `execute format(…)` runs within a loop over the catalog or over written names.
 * @param at where the brackets behind `format` open
 */
export function executed(all: readonly Token[], at: number, schema: Schema): string[] {
  const head = headOf(all, at);
  if (!head || all[at]?.text !== '(') return [];
  let end = at;
  for (let depth = 0; end < all.length; end++) {
    if (all[end]?.text === '(') depth++;
    if (all[end]?.text === ')' && --depth === 0) break;
  }
  const call = all.slice(at + 1, end);
  return turnsOf(head, schema).flatMap((turn) => filled(call, turn) ?? []);
}
