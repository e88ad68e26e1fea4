import type { Context } from './apply.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './token.ts';

const nameFor = (table: string, columns: readonly (string | undefined)[]) =>
  `${table.split('.').at(-1)}_${columns.map((column) => column ?? 'expr').join('_')}_idx`;

/** `where a is not null and b is not null` → a, b; undefined for any other condition. */
function filledBy(where: readonly Token[]): string[] | undefined {
  const said = where.map(({ text }) => text).filter((text) => text !== '(' && text !== ')');
  const [, ...all] = said.join(' ').split(/^where | and /);
  const columns = all.flatMap((one) => /^(\w+) is not null$/.exec(one)?.[1] ?? []);
  return columns.length > 0 && columns.length === all.length ? columns : undefined;
}

export function createIndex(cursor: Cursor, { schema }: Context, unique: boolean) {
  cursor.take('concurrently');
  cursor.take('if', 'not', 'exists');
  const given = cursor.is('on') ? undefined : cursor.takeName();
  if (!cursor.take('on')) return;
  cursor.take('only');
  const on = cursor.takeName();
  const table = on && schema.tables.get(on);
  if (!table) return;
  const method = cursor.take('using') ? (cursor.takeName() ?? 'btree') : 'btree';
  const columns = cursor.takeColumns();
  if (!columns || columns.some((c) => c !== undefined && !table.columns.has(c))) return;
  const partial = cursor.skipTo('where');
  const filled = filledBy(cursor.rest());
  const name = given ?? nameFor(table.name, columns);
  const taken = [...schema.tables.values()].some((t) =>
    [...t.indexes, ...t.keys].some((one) => one.name === name),
  );
  if (!taken) table.indexes.push({ name, columns, method, unique, partial, filled });
}

export function dropIndex(cursor: Cursor, { schema }: Context) {
  cursor.take('concurrently');
  cursor.take('if', 'exists');
  do {
    const name = cursor.takeName()?.split('.').at(-1);
    for (const table of schema.tables.values()) {
      table.indexes = table.indexes.filter((index) => index.name !== name);
    }
  } while (cursor.takeSymbol(','));
}
