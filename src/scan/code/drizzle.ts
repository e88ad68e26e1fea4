import type * as t from '@babel/types';
import { chainBefore, type Link, wholeChain } from './chain.ts';
import type { Filter, Query } from './facts.ts';
import { linkLine } from './supabase.ts';
import { type CallNode, isFunction, lineOf, type Node, type Tree } from './tree.ts';
import { oneOf } from './ways.ts';
import { bare, constant, literalOf, madeBy, memberName, memberObject } from './value.ts';

const COMPARISONS = new Set('eq ne gt gte lt lte inArray like ilike isNull between'.split(' '));
/** What takes a request as a part of its own: `exists(db.select()…)`. */
const TAKES = /^((not)?(exists|inArray)|eq|ne|[gl]te?)$/i;
const COUNTING = /^(count|sum|avg|min|max|countDistinct)$/;

const calledName = ({ callee }: t.CallExpression): string =>
  (callee.type === 'Identifier' ? callee.name : memberName(callee)) ?? '';

/** The variable or member that names a table: `orders`, `schema.orders`. */
function tableName(node: t.Node | undefined): string | undefined {
  const inner = node && bare(node);
  if (inner?.type === 'Identifier') return inner.name;
  return inner && memberName(inner);
}

/** Every `eq(orders.userId, id)` within an expression, or within the function that makes it. */
export function comparisons(node: t.Node | null | undefined, depth = 9): Filter[] {
  if (!node || depth === 0) return [];
  const inner = node.type === 'SpreadElement' ? node.argument : bare(node);
  const within = (nodes: readonly (t.Node | null)[]) =>
    nodes.map((one) => comparisons(one, depth - 1));
  if (inner.type === 'Identifier') return comparisons(constant(inner, true), depth - 1);
  if (inner.type === 'ArrayExpression') return within(inner.elements).flat();
  if (isFunction(inner)) return within(madeBy(inner)).flat();
  if (inner.type !== 'CallExpression') return [];
  const name = calledName(inner);
  const [first, second] = inner.arguments;
  if (COMPARISONS.has(name) && first) {
    const column = memberName(bare(first));
    if (!column || !second) return [];
    const operator = name === 'inArray' ? 'in' : name;
    const value = literalOf(second);
    return [{ column, operator, fixed: value !== undefined, value, line: lineOf(inner) }];
  }
  if (/^not$|exists$/i.test(name)) return [];
  const ways = within(inner.arguments);
  return name === 'or' ? oneOf(ways) : ways.flat();
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

/** `count()`, sql`sum(…)` */
function addsUp(one: t.ObjectExpression['properties'][number]): boolean {
  const value = one.type === 'ObjectProperty' ? bare(one.value) : undefined;
  if (value?.type === 'CallExpression') {
    const name = calledName(value);
    return COUNTING.test(name) || name === 'mapWith';
  }
  return (
    value?.type === 'TaggedTemplateExpression' &&
    /\b(count|sum|avg|min|max|coalesce)\s*\(/i.test(value.quasi.quasis[0]?.value.raw ?? '')
  );
}

/** Does `select({ … })` hold counts and sums alone, or beside what they are grouped by? */
function selectsCounts(select: Link, grouped: boolean): boolean {
  const fields = select.call.arguments[0];
  if (fields?.type !== 'ObjectExpression' || fields.properties.length === 0) return false;
  return grouped ? fields.properties.some(addsUp) : fields.properties.every(addsUp);
}

/** Is it an argument of `exists(…)` and the like? It then brings no rows by itself. */
const isPart = (top: Node): boolean =>
  top.up?.type === 'CallExpression' && top.up.callee !== top && TAKES.test(calledName(top.up));

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
      given
        .flatMap((one) => comparisons(one))
        .map((one) => ({ ...one, maybe: maybe || one.maybe })),
    );
  const grouped = links.some((link) => link.name === 'groupBy');
  return {
    line: linkLine(select),
    client: 'drizzle',
    table,
    action: 'read',
    single: takesFirst(top),
    limited: links.some((link) => link.name === 'limit'),
    counts: isPart(top) || selectsCounts(select, grouped),
    filters,
    orders: links
      .filter((link) => link.name === 'orderBy')
      .flatMap((link) => link.call.arguments.flatMap(orderOf)),
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
      .flatMap((link) => link.call.arguments.flatMap((one) => comparisons(one))),
    orders: [],
    listens: false,
  };
}
