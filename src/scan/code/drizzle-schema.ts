import type * as t from '@babel/types';
import { newTable, type Table } from '#src/scan/schema/schema.ts';
import { chainBefore, type Link } from './chain.ts';
import { type CallNode, isFunction, keyOf, lineOf, type Tree } from './tree.ts';
import { bare, memberName, textOf } from './value.ts';

const MAKERS = new Set(['pgTable', 'mysqlTable', 'sqliteTable']);

/** A column's chain: `uuid('user_id').notNull().references(() => users.id)`. */
const linksOf = (call: CallNode): Link[] => {
  const name = call.callee.type === 'Identifier' ? call.callee.name : memberName(call.callee);
  return [...chainBefore(call), { name: name ?? '', call }];
};

/** The innermost call, which names the type and the column. */
function root(call: CallNode): CallNode {
  const callee = bare(call.callee);
  if (callee.type !== 'MemberExpression') return call;
  const object = bare(callee.object);
  return object.type === 'CallExpression' ? root(object) : call;
}

/** `() => users.id` → users */
function referred(link: Link | undefined): string | undefined {
  const fn = link?.call.arguments[0];
  const body = isFunction(fn) ? bare(fn.body) : undefined;
  return body?.type === 'MemberExpression' && body.object.type === 'Identifier'
    ? body.object.name
    : undefined;
}

const memberNames = (nodes: readonly t.Node[]): string[] =>
  nodes.flatMap((node) => memberName(bare(node)) ?? []);

function addExtras(table: Table, node: t.Node | undefined, columns: (names: string[]) => string[]) {
  if (!isFunction(node)) return;
  const made =
    node.body.type === 'BlockStatement'
      ? node.body.body.find((one) => one.type === 'ReturnStatement')?.argument
      : node.body;
  if (!made) return;
  const body = bare(made);
  const entries =
    body.type === 'ObjectExpression'
      ? body.properties.flatMap((one) => (one.type === 'ObjectProperty' ? [one.value] : []))
      : body.type === 'ArrayExpression'
        ? body.elements.flatMap((one) => one ?? [])
        : [];
  for (const entry of entries) {
    const call = bare(entry);
    if (call.type !== 'CallExpression') continue;
    const links = linksOf(call);
    const first = root(call);
    const kind = first.callee.type === 'Identifier' ? first.callee.name : '';
    const on = links.find((link) => link.name === 'on' || link.name === 'using');
    const named = columns(memberNames(on?.call.arguments ?? []));
    const name = textOf(first.arguments[0]) ?? named.join('_');
    if (kind === 'index' || kind === 'uniqueIndex') {
      const partial = links.some((link) => link.name === 'where');
      table.indexes.push({
        name,
        columns: named,
        method: 'btree',
        unique: kind === 'uniqueIndex',
        partial,
      });
    } else if (kind === 'unique') table.keys.push({ name, columns: named, primary: false });
    else if (kind === 'primaryKey') {
      const options = first.arguments[0];
      const given =
        options?.type === 'ObjectExpression'
          ? options.properties.flatMap((one) =>
              one.type === 'ObjectProperty' &&
              keyOf(one) === 'columns' &&
              one.value.type === 'ArrayExpression'
                ? one.value.elements.flatMap((element) => element ?? [])
                : [],
            )
          : first.arguments;
      table.keys.push({ name: 'primary', columns: columns(memberNames(given)), primary: true });
    }
  }
}

/** The tables that this file declares for Drizzle. `references` holds the other table's name in the code. */
export function drizzleTables(tree: Tree, file: string): Table[] {
  return tree.calls.flatMap((call): Table[] => {
    if (call.callee.type !== 'Identifier' || !MAKERS.has(call.callee.name)) return [];
    const [name, fields, extras] = call.arguments;
    const holder = call.up;
    const tableName = textOf(name);
    if (!tableName || fields?.type !== 'ObjectExpression') return [];
    if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [];
    const aliases = new Map<string, string>();
    const place = { file, line: lineOf(call) };
    const table: Table = { ...newTable(tableName, place), alias: holder.id.name, aliases };
    for (const one of fields.properties) {
      const field = one.type === 'ObjectProperty' ? keyOf(one) : undefined;
      const value = one.type === 'ObjectProperty' ? bare(one.value) : undefined;
      if (!field || value?.type !== 'CallExpression') continue;
      const links = linksOf(value);
      const first = root(value);
      const column = textOf(first.arguments[0]) ?? field;
      const type = first.callee.type === 'Identifier' ? first.callee.name : '';
      const has = (method: string) => links.some((link) => link.name === method);
      aliases.set(field, column);
      table.columns.set(column, {
        name: column,
        type,
        optional: !has('notNull') && !has('primaryKey'),
      });
      if (has('primaryKey')) table.keys.push({ name: 'primary', columns: [column], primary: true });
      if (has('unique')) table.keys.push({ name: column, columns: [column], primary: false });
      const to = referred(links.find((link) => link.name === 'references'));
      if (to) {
        table.foreignKeys.push({
          name: `${tableName}_${column}`,
          columns: [column],
          references: to,
          place: { file, line: lineOf(one) },
        });
      }
    }
    addExtras(table, extras, (names) => names.map((one) => aliases.get(one) ?? one));
    return [table];
  });
}
