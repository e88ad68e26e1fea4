import { newTable, type Table } from '#src/scan/schema/schema.ts';
import type { Context } from './apply.ts';
import { type Cursor, split } from './cursor.ts';
import { Cursor as At } from './cursor.ts';
import type { Token } from './token.ts';

const CONSTRAINTS = ['constraint', 'primary', 'unique', 'foreign', 'check', 'exclude'];
const plain = (columns: readonly (string | undefined)[] | undefined) =>
  (columns ?? []).filter((column) => column !== undefined);
const shortName = (table: Table) => table.name.split('.').at(-1);

export function createTable(cursor: Cursor, context: Context) {
  const { schema, file, line } = context;
  cursor.take('if', 'not', 'exists');
  const name = cursor.takeName();
  const inner = name && cursor.takeBrackets();
  if (!name || !inner || schema.tables.has(name)) return;
  const table = newTable(name, { file, line });
  schema.tables.set(name, table);
  for (const part of split(inner)) {
    const at = new At(part);
    if (at.take('like')) copyTable(table, at, context);
    else if (CONSTRAINTS.some((word) => at.is(word))) addConstraint(table, at, context);
    else addColumn(table, at, context);
  }
}

/** `like other including all`: its columns, and its keys and indexes where they are asked for. */
function copyTable(table: Table, at: Cursor, { schema }: Context) {
  const name = at.takeName();
  const other = name && schema.tables.get(name);
  if (!other) return;
  for (const [column, one] of other.columns) table.columns.set(column, one);
  if (!at.take('including', 'all') && !at.take('including', 'indexes')) return;
  const renamed = (columns: readonly (string | undefined)[]) =>
    `${shortName(table)}_${columns.join('_')}`;
  table.keys.push(...other.keys.map((key) => ({ ...key, name: `${renamed(key.columns)}_key` })));
  table.indexes.push(
    ...other.indexes.map((index) => ({ ...index, name: `${renamed(index.columns)}_idx` })),
  );
}

/** `name type [not null] [default …] [unique] [primary key] [references …]` */
function addColumn(table: Table, at: Cursor, context: Context) {
  const token = at.token;
  if (!token) return;
  at.at++;
  const name = token.text;
  const type = typeOf(at.rest());
  const words = at.rest();
  const has = (first: string, second?: string) =>
    words.some(
      (t, i) => t.kind === 'word' && t.text === first && (!second || words[i + 1]?.text === second),
    );
  const primary = has('primary', 'key');
  table.columns.set(name, { name, type, optional: !primary && !has('not', 'null') });
  if (primary) table.keys.push({ name: `${shortName(table)}_pkey`, columns: [name], primary });
  if (has('unique')) {
    table.keys.push({ name: `${shortName(table)}_${name}_key`, columns: [name], primary: false });
  }
  if (at.skipTo('references')) addReference(table, at, context, [name]);
}

function typeOf(tokens: readonly Token[]): string {
  const [first, second] = tokens;
  if (first?.text === 'double' || first?.text === 'character')
    return `${first.text} ${second?.text}`;
  return first?.text ?? '';
}

function addReference(
  table: Table,
  at: Cursor,
  { file, line }: Context,
  columns: readonly string[],
  given?: string,
) {
  at.take('references');
  const references = at.takeName();
  if (!references) return;
  const name = given ?? `${shortName(table)}_${columns.join('_')}_fkey`;
  if (table.foreignKeys.some((key) => key.name === name)) return;
  table.foreignKeys.push({ name, columns, references, place: { file, line } });
}

/** `using index name`: the index becomes the key's own. */
function takeIndex(table: Table, at: Cursor): Table['indexes'][number] | undefined {
  const using = at.take('using', 'index') ? at.takeName() : undefined;
  const index = table.indexes.find((one) => one.name === using);
  if (index) table.indexes = table.indexes.filter((one) => one !== index);
  return index;
}

function addConstraint(table: Table, at: Cursor, context: Context) {
  const given = at.take('constraint') ? at.takeName() : undefined;
  if (at.take('primary', 'key')) {
    const columns = plain(at.takeColumns());
    const name = given ?? `${shortName(table)}_pkey`;
    const index = takeIndex(table, at);
    const kept = index ? plain(index.columns) : columns;
    if (kept.length > 0 && !table.keys.some((key) => key.primary)) {
      table.keys.push({ name, columns: kept, primary: true });
    }
  } else if (at.take('unique')) {
    at.take('nulls', 'not', 'distinct');
    const index = takeIndex(table, at);
    const columns = index ? plain(index.columns) : plain(at.takeColumns());
    const name = given ?? `${shortName(table)}_${columns.join('_')}_key`;
    if (columns.length > 0 && !table.keys.some((key) => key.name === name)) {
      table.keys.push({ name, columns, primary: false });
    }
  } else if (at.take('foreign', 'key')) {
    addReference(table, at, context, plain(at.takeColumns()), given);
  }
}

/** An index or key goes when one of its columns does. */
function dropColumn(table: Table, name: string) {
  table.columns.delete(name);
  table.keys = table.keys.filter((key) => !key.columns.includes(name));
  table.indexes = table.indexes.filter((index) => !index.columns.includes(name));
  table.foreignKeys = table.foreignKeys.filter((key) => !key.columns.includes(name));
}

function renameColumn(table: Table, from: string, to: string) {
  const column = table.columns.get(from);
  if (!column || table.columns.has(to)) return;
  table.columns.delete(from);
  table.columns.set(to, { ...column, name: to });
  const renamed = <T extends { readonly columns: readonly (string | undefined)[] }>(one: T): T => ({
    ...one,
    columns: one.columns.map((name) => (name === from ? to : name)),
  });
  table.keys = table.keys.map(renamed);
  table.indexes = table.indexes.map(renamed);
  table.foreignKeys = table.foreignKeys.map(renamed);
}

function renameTable(table: Table, to: string, { schema }: Context) {
  if (schema.tables.has(to)) return;
  schema.tables.delete(table.name);
  schema.tables.set(to, { ...table, name: to });
  for (const other of schema.tables.values()) {
    other.foreignKeys = other.foreignKeys.map((key) =>
      key.references === table.name ? { ...key, references: to } : key,
    );
  }
}

function alter(table: Table, at: Cursor, context: Context) {
  if (at.take('enable', 'row', 'level', 'security')) table.secured = true;
  else if (at.take('disable', 'row', 'level', 'security')) table.secured = false;
  else if (at.take('drop', 'constraint')) {
    at.take('if', 'exists');
    const name = at.takeName();
    table.keys = table.keys.filter((key) => key.name !== name);
    table.foreignKeys = table.foreignKeys.filter((key) => key.name !== name);
  } else if (at.take('drop')) {
    at.take('column');
    at.take('if', 'exists');
    const name = at.takeName();
    if (name) dropColumn(table, name);
  } else if (at.take('rename', 'to')) {
    const to = at.takeName();
    if (to) renameTable(table, to, context);
  } else if (at.take('rename')) {
    if (at.take('constraint')) return;
    at.take('column');
    const from = at.takeName();
    at.take('to');
    const to = at.takeName();
    if (from && to) renameColumn(table, from, to);
  } else if (at.take('add')) {
    if (CONSTRAINTS.some((word) => at.is(word))) return addConstraint(table, at, context);
    at.take('column');
    at.take('if', 'not', 'exists');
    if (at.token && !table.columns.has(at.token.text)) addColumn(table, at, context);
  }
}

export function alterTable(cursor: Cursor, context: Context) {
  cursor.take('if', 'exists');
  cursor.take('only');
  const name = cursor.takeName();
  const table = name && context.schema.tables.get(name);
  if (!table) return;
  for (const part of split(cursor.rest())) alter(table, new At(part), context);
}
