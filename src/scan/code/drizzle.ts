import type * as t from '@babel/types';
import { chainBefore, type Link, wholeChain } from './chain.ts';
import type { Filter, Query } from './facts.ts';
import { linkLine } from './supabase.ts';
import { type CallNode, lineOf, type Node, type Tree } from './tree.ts';
import { bare, memberName, memberObject } from './value.ts';

const COMPARISONS = new Set('eq ne gt gte lt lte inArray like ilike isNull between'.split(' '));
const COUNTING = /^(count|sum|avg|min|max|countDistinct)$/;

/** The variable or member that names a table: `orders`, `schema.orders`. */
function tableName(node: t.Node | undefined): string | undefined {
  const inner = node && bare(node);
  if (inner?.type === 'Identifier') return inner.name;
  return inner && memberName(inner);
}

/** Every `eq(orders.userId, id)` within an expression. */
function comparisons(node: t.Node | null | undefined): Filter[] {
  const inner = node && bare(node);
  if (inner?.type !== 'CallExpression') return [];
  const name = inner.callee.type === 'Identifier' ? inner.callee.name : undefined;
  const [first, second] = inner.arguments;
  if (name && COMPARISONS.has(name) && first) {
    const column = memberName(bare(first));
    if (!column || !second) return [];
    const operator = name === 'inArray' ? 'in' : name;
    const fixed = /^(String|Numeric|Boolean)Literal$/.test(bare(second).type);
    return [{ column, operator, fixed, line: lineOf(inner) }];
  }
  return inner.arguments.flatMap(comparisons);
}

function orderOf(node: t.Node): { column: string; line: number }[] {
  const inner = bare(node);
  const column =
    inner.type === 'CallExpression' && inner.arguments[0] ? bare(inner.arguments[0]) : inner;
  const name = memberName(column);
  return name ? [{ column: name, line: lineOf(inner) }] : [];
}

/** Does the code take the first row only: `const [row] = await …`, `(await …)[0]`? */
function takesFirst(top: Node): boolean {
  const awaited = top.up?.type === 'AwaitExpression' ? top.up : top;
  const up = awaited.up;
  if (up?.type === 'VariableDeclarator' && up.id.type === 'ArrayPattern')
    return up.id.elements.length === 1;
  if (up?.type === 'ParenthesizedExpression') return takesFirst(up);
  if (up?.type === 'MemberExpression') {
    return up.computed && up.property.type === 'NumericLiteral';
  }
  return false;
}

/** Does `select({ … })` hold counts and sums alone? */
function selectsCounts(select: Link): boolean {
  const fields = select.call.arguments[0];
  if (fields?.type !== 'ObjectExpression' || fields.properties.length === 0) return false;
  return fields.properties.every((one) => {
    const value = one.type === 'ObjectProperty' ? bare(one.value) : undefined;
    if (value?.type === 'CallExpression') {
      const name =
        value.callee.type === 'Identifier' ? value.callee.name : (memberName(value.callee) ?? '');
      return COUNTING.test(name) || name === 'mapWith';
    }
    return (
      value?.type === 'TaggedTemplateExpression' &&
      /\b(count|sum|avg|min|max|coalesce)\s*\(/i.test(value.quasi.quasis[0]?.value.raw ?? '')
    );
  });
}

/** `db.select().from(orders).where(eq(orders.userId, id))` */
export function drizzleRead(call: CallNode, tree: Tree): Query | undefined {
  if (memberName(call.callee) !== 'from') return undefined;
  const select = chainBefore(call).find((link) => /^select(Distinct(On)?)?$/.test(link.name));
  const table = tableName(call.arguments[0]);
  if (!select || !table) return undefined;
  const { links, top } = wholeChain(tree, call);
  // A part of another request.
  if (links.some((link) => link.name === 'as')) return undefined;
  const filters = links
    .filter((link) => link.name === 'where')
    .flatMap(({ call: { arguments: given }, maybe }) =>
      given.flatMap(comparisons).map((one) => ({ ...one, maybe })),
    );
  const grouped = links.some((link) => link.name === 'groupBy');
  return {
    line: linkLine(select),
    client: 'drizzle',
    table,
    action: 'read',
    single: takesFirst(top),
    limited: links.some((link) => link.name === 'limit'),
    counts: selectsCounts(select) && !grouped,
    filters,
    orders: links
      .filter((link) => link.name === 'orderBy')
      .flatMap((link) => link.call.arguments.flatMap(orderOf)),
    includes: [],
    cached: false,
    listens: false,
  };
}

/** `db.insert(orders).values(…)`, `db.update(orders).set(…)`, `db.delete(orders).where(…)` */
export function drizzleWrite(call: CallNode, tree: Tree): Query | undefined {
  const name = memberName(call.callee);
  const object = memberObject(call.callee);
  if (!name || !/^(insert|update|delete)$/.test(name) || object?.type !== 'Identifier')
    return undefined;
  if (!/^(db|tx|trx|database|drizzle\w*)$/i.test(object.name)) return undefined;
  const table = tableName(call.arguments[0]);
  const { links } = wholeChain(tree, call);
  if (!table || !links.some((link) => /^(values|set|where)$/.test(link.name))) return undefined;
  return {
    line: lineOf(call),
    client: 'drizzle',
    table,
    action: 'write',
    adds: name === 'insert',
    single: false,
    limited: false,
    counts: false,
    filters: links
      .filter((link) => link.name === 'where')
      .flatMap((link) => link.call.arguments.flatMap(comparisons)),
    orders: [],
    includes: [],
    cached: false,
    listens: false,
  };
}
