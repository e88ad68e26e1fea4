import type { Context } from './apply.ts';
import type { Cursor } from './cursor.ts';

const nameFor = (table: string, columns: readonly (string | undefined)[]) =>
  `${table.split('.').at(-1)}_${columns.map((column) => column ?? 'expr').join('_')}_idx`;

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
  const name = given ?? nameFor(table.name, columns);
  const taken = [...schema.tables.values()].some((t) => t.indexes.some((i) => i.name === name));
  if (!taken) table.indexes.push({ name, columns, method, unique, partial });
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
