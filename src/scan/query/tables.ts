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
        columns: new Map(
          (columns ?? []).map(([column, type, optional]) => [
            column,
            { name: column, type, optional },
          ]),
        ),
      },
    ]),
  );
  for (const [name, index, primary, unique, partial, method, columns] of found.indexes) {
    const on = tables.get(name);
    const named = (columns ?? []).map((one) => plain(one));
    const known = named.map((one) => (on?.columns.has(one) ? one : undefined));
    if (primary) on?.keys.push({ name: index, columns: named, primary });
    else on?.indexes.push({ name: index, columns: known, method, unique, partial });
  }
  for (const [name, key, columns, references] of found.references) {
    tables
      .get(plain(name))
      ?.foreignKeys.push({ name: key, columns, references: plain(references), place });
  }
  for (const [name, policy, permissive, roles, command, using, check] of found.policies) {
    tables.get(name)?.policies.push({
      name: policy,
      command: COMMANDS.find((one) => one === command) ?? 'all',
      restrictive: permissive !== 'PERMISSIVE',
      roles,
      using: using ?? undefined,
      check: check ?? undefined,
      place,
    });
  }
  return [...tables.values()];
}
