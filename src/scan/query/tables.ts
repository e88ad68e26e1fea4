import { type Command, newTable, type Table } from '#src/scan/schema/schema.ts';
import type { Result } from './result.ts';

const plain = (name: string) => name.replace(/^public\./, '').replace(/^"(.*)"$/, '$1');
const COMMANDS: readonly Command[] = ['all', 'select', 'insert', 'update', 'delete'];

/** The tables as the database told of them. Places point to the pasted answer, not to a file. */
export function tablesOf(found: Result): Table[] {
  const place = { file: 'your database', line: 0 };
  const tables = new Map<string, Table>(
    found.tables.map(({ name, rows, secured, columns }) => [
      name,
      {
        ...newTable(name, place),
        rows,
        secured,
        live: found.live.includes(name),
        columns: new Map((columns ?? []).map((column) => [column.name, column])),
      },
    ]),
  );
  for (const { table, name, primary, columns, ...index } of found.indexes) {
    const on = tables.get(table);
    const named = (columns ?? []).map((one) => plain(one));
    const known = named.map((one) => (on?.columns.has(one) ? one : undefined));
    if (primary) on?.keys.push({ name, columns: named, primary });
    else on?.indexes.push({ name, columns: known, ...index });
  }
  for (const { table, name, columns, references } of found.references) {
    tables
      .get(plain(table))
      ?.foreignKeys.push({ name, columns, references: plain(references), place });
  }
  for (const { table, name, permissive, roles, command, using, check } of found.policies) {
    tables.get(table)?.policies.push({
      name,
      command: COMMANDS.find((one) => one === command) ?? 'all',
      restrictive: permissive !== 'PERMISSIVE',
      roles,
      using,
      check,
      place,
    });
  }
  return [...tables.values()];
}
