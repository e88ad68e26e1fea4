import type * as t from '@babel/types';
import { comparisons } from './drizzle.ts';
import type { Filter, Query } from './facts.ts';
import { type CallNode, keyOf, lineOf } from './tree.ts';
import { oneOf } from './ways.ts';
import { bare, GAP, literalOf, memberName, memberObject, property } from './value.ts';

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
      const sometimes =
        inner.type === 'LogicalExpression'
          ? [inner.right]
          : inner.type === 'ConditionalExpression'
            ? [inner.consequent, inner.alternate]
            : undefined;
      if (!sometimes) return filtersOf(inner);
      return sometimes.flatMap(filtersOf).map((filter) => ({ ...filter, maybe: true }));
    }
    const column = keyOf(one);
    if (one.type !== 'ObjectProperty' || !column) return [];
    const value = bare(one.value);
    if (column === 'NOT') return [];
    if (column === 'AND') return filtersOf(value);
    if (column === 'OR' && value.type === 'ArrayExpression')
      return oneOf(value.elements.map((way) => filtersOf(way ?? undefined)));
    if (value.type !== 'ObjectExpression') {
      return [compared(column, 'eq', value, lineOf(one))];
    }
    return value.properties.flatMap((test) => {
      const operator = test.type === 'ObjectProperty' ? keyOf(test) : undefined;
      if (test.type !== 'ObjectProperty' || !operator || /^(every|none|isNot)$/.test(operator))
        return [];
      // Narrowed by a column of what belongs to the row.
      if (operator === 'some' || operator === 'is')
        return filtersOf(test.value).map((inner) => ({ ...inner, column: GAP }));
      if (operator === 'mode' || bare(test.value).type === 'ObjectExpression') return [];
      const name = operator === 'equals' ? 'eq' : operator === 'not' ? 'neq' : operator;
      return [compared(column, name, test.value, lineOf(one))];
    });
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
  const where = option(call, 'where');
  return {
    line: lineOf(call.callee.type === 'MemberExpression' ? call.callee.property : call),
    client: drizzle ? 'drizzle' : 'prisma',
    table,
    action: kind ? 'read' : 'write',
    adds: /^(create|upsert)/.test(name),
    single: kind === 'one',
    limited: limit !== undefined,
    counts: kind === 'count',
    filters: [...filtersOf(where), ...(drizzle ? comparisons(where) : [])],
    orders: orders.flatMap((one) => {
      const column = one.type === 'ObjectProperty' ? keyOf(one) : undefined;
      return column && !sortsByRelation(one) ? [{ column, line: lineOf(one) }] : [];
    }),
    listens: false,
  };
}
