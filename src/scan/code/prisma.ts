import type * as t from '@babel/types';
import type { Filter, Query } from './facts.ts';
import { type CallNode, keyOf, lineOf } from './tree.ts';
import { bare, literalOf, memberName, memberObject, property } from './value.ts';

const READS = new Map<string, 'list' | 'one' | 'count'>([
  ['findMany', 'list'],
  ['findFirst', 'one'],
  ['findUnique', 'one'],
  ['findFirstOrThrow', 'one'],
  ['findUniqueOrThrow', 'one'],
  ['count', 'count'],
  ['aggregate', 'count'],
]);
const WRITES = new Set(
  'create createMany createManyAndReturn update updateMany upsert delete deleteMany'.split(' '),
);
const LOGIC = new Set(['AND', 'OR', 'NOT']);

const compared = (column: string, operator: string, to: t.Node, line: number): Filter => {
  const value = literalOf(to);
  return { column, operator, fixed: value !== undefined, value, line };
};

/** The columns that a `where` object compares, those within AND and OR too. */
function filtersOf(where: t.Node | undefined): Filter[] {
  const object = where && bare(where);
  if (object?.type === 'ArrayExpression') {
    return object.elements.flatMap((one) => (one ? filtersOf(one) : []));
  }
  if (object?.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((one): Filter[] => {
    if (one.type === 'SpreadElement') {
      const inner = bare(one.argument);
      if (inner.type === 'LogicalExpression') return filtersOf(inner.right);
      if (inner.type === 'ConditionalExpression') {
        return [...filtersOf(inner.consequent), ...filtersOf(inner.alternate)];
      }
      return filtersOf(inner);
    }
    const column = keyOf(one);
    if (one.type !== 'ObjectProperty' || !column) return [];
    if (LOGIC.has(column)) return filtersOf(one.value);
    const value = bare(one.value);
    if (value.type !== 'ObjectExpression') {
      return [compared(column, 'eq', value, lineOf(one))];
    }
    return value.properties.flatMap((test) => {
      const operator = test.type === 'ObjectProperty' ? keyOf(test) : undefined;
      if (
        test.type !== 'ObjectProperty' ||
        !operator ||
        /^(some|every|none|is|isNot)$/.test(operator)
      )
        return [];
      if (operator === 'mode' || bare(test.value).type === 'ObjectExpression') return [];
      const name = operator === 'equals' ? 'eq' : operator === 'not' ? 'neq' : operator;
      return [compared(column, name, test.value, lineOf(one))];
    });
  });
}

/** Relations that come along whole: `take` within an include limits the relation, not the list. */
function includesOf(node: t.Node | undefined): string[] {
  const object = node && bare(node);
  if (object?.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((one) => {
    const name = one.type === 'ObjectProperty' ? keyOf(one) : undefined;
    if (one.type !== 'ObjectProperty' || !name || name === '_count') return [];
    const value = bare(one.value);
    if (value.type === 'BooleanLiteral') return value.value ? [name] : [];
    return value.type === 'ObjectExpression' && !property(value, 'take') ? [name] : [];
  });
}

/** `{ orders: { _count: 'desc' } }` sorts by what belongs to a row; `{ date: { sort: 'asc' } }` by a column. */
const sortsByRelation = (one: t.ObjectExpression['properties'][number]): boolean =>
  one.type === 'ObjectProperty' &&
  bare(one.value).type === 'ObjectExpression' &&
  property(one.value, 'sort') === undefined;

/** The object that holds the options; a constant of this file is looked up. */
const option = (call: CallNode, name: string) => property(call.arguments[0], name);

/** `prisma.order.findMany({ … })` and Drizzle's `db.query.orders.findMany({ … })`. */
export function modelQuery(call: CallNode): Query | undefined {
  const name = memberName(call.callee);
  const model = memberObject(call.callee);
  const root = model && memberObject(model);
  const table = model && memberName(model);
  if (!name || !root || !table) return undefined;
  const kind = READS.get(name);
  const drizzle = memberName(root) === 'query';
  const rootName = root.type === 'Identifier' ? root.name : memberName(root);
  if (!drizzle && !/prisma|^db$|^tx$|^trx$|client|database/i.test(rootName ?? '')) return undefined;
  if (!kind && (drizzle || !WRITES.has(name))) return undefined;
  const order = option(call, 'orderBy');
  const orders =
    order && bare(order).type === 'ObjectExpression'
      ? (bare(order) as t.ObjectExpression).properties
      : [];
  const limit = option(call, drizzle ? 'limit' : 'take');
  return {
    line: lineOf(call.callee.type === 'MemberExpression' ? call.callee.property : call),
    client: drizzle ? 'drizzle' : 'prisma',
    table,
    action: kind ? 'read' : 'write',
    adds: /^(create|upsert)/.test(name),
    single: kind === 'one',
    limited: limit !== undefined,
    counts: kind === 'count',
    filters: drizzle ? [] : filtersOf(option(call, 'where')),
    orders: orders.flatMap((one) => {
      const column = one.type === 'ObjectProperty' ? keyOf(one) : undefined;
      return column && !sortsByRelation(one) ? [{ column, line: lineOf(one) }] : [];
    }),
    includes: [
      ...includesOf(option(call, 'include')),
      ...includesOf(option(call, 'select')).filter((one) => /s$/.test(one) && one.length > 3),
    ],
    cached: false,
    listens: false,
  };
}
