import type * as t from '@babel/types';
import { type Link, wholeChain } from './chain.ts';
import type { Filter, Query } from './facts.ts';
import { type CallNode, keyOf, lineOf, type Tree } from './tree.ts';
import {
  bare,
  GAP,
  isVisitor,
  literalOf,
  memberName,
  memberObject,
  numberOf,
  property,
  textOf,
} from './value.ts';
import { oneOf } from './ways.ts';

const WRITES = new Set(['insert', 'update', 'upsert', 'delete']);
const FILTERS = new Set(
  'eq neq gt gte lt lte like ilike is in contains containedBy overlaps textSearch not filter'.split(
    ' ',
  ),
);

/** Several comparisons together, or one, whose value may hold commas within brackets. */
const WAY = /and\((?:[^()]|\([^()]*\))*\)|\w[\w.>-]*\.(?:\([^()]*\)|\{[^{}]*\}|[^,()])*/g;
const COMPARISON =
  /(?:^|[,(])\s*([a-z_]\w*)\.(not\.)?(eq|neq|gte?|lte?|i?like|is|in|cs)\.([^,)]*)/g;

/** `status.eq.open,owner.eq.${id}`, `and(a.eq.${me},b.eq.${you}),and(…)` */
const orFilters = (text: string, line: number): Filter[] =>
  oneOf(
    (text.match(WAY) ?? []).map((way) =>
      [...way.matchAll(COMPARISON)].map(([, column = '', not, operator = '', value = '']) => ({
        column,
        operator: not ? 'neq' : operator,
        fixed: !value.includes(GAP),
        line,
      })),
    ),
  );

function filtersOf(link: Link): Filter[] {
  const { name, call, maybe } = link;
  const line = linkLine(link);
  const [first, second, third] = call.arguments;
  const compared = (column: string, operator: string, to: t.Node | undefined): Filter => {
    const value = literalOf(to);
    return { column, operator, fixed: value !== undefined, value, own: isVisitor(to), maybe, line };
  };
  if (name === 'match' && first?.type === 'ObjectExpression') {
    return first.properties.flatMap((one) =>
      one.type === 'ObjectProperty' && keyOf(one)
        ? [compared(keyOf(one) ?? '', 'eq', one.value)]
        : [],
    );
  }
  if (name === 'or') {
    const text = textOf(first);
    // What only a run knows narrows to something.
    if (text === undefined) return [compared(GAP, 'eq', first)];
    return orFilters(text, line).map((one) => ({ ...one, maybe: maybe || one.maybe }));
  }
  if (!FILTERS.has(name) || !first) return [];
  const text = textOf(first) ?? GAP;
  const column = text.includes(GAP) ? GAP : text;
  if (column !== GAP && !/^\w+(\.\w+)*$/.test(column)) return [];
  const given = name === 'filter' || name === 'not' ? textOf(second) : undefined;
  const operator = name === 'not' ? 'neq' : (given ?? name);
  return [compared(column, operator, name === operator ? second : third)];
}

/** Of a chained call, the line of its own name, not that of the chain's start. */
function endOf(call: CallNode): t.SourceLocation | null | undefined {
  const callee = bare(call.callee);
  return callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression'
    ? callee.property.loc
    : callee.loc;
}

export const linkLine = ({ call }: Link): number => endOf(call)?.start.line ?? lineOf(call);

/** A limit above this still lets nearly everything through, and counts as none. */
const FEW = 1_000;

const limitOf = ({ name, call }: Link): number | undefined =>
  name === 'limit' ? (numberOf(call.arguments[0]) ?? 0) : undefined;

const isLimit = (link: Link): boolean =>
  link.name === 'range' || (limitOf(link) ?? Infinity) <= FEW;

/** `*, lines(*), owner:profiles!user_id(name)` → lines, profiles */
const tablesAlong = (select = ''): string[] =>
  [...select.matchAll(/(\w+)(?:!\w+)*\s*\(/g)].map(([, name = '']) => name);

/** `lines!inner(*)` */
const isInner = (select = ''): boolean => select.includes('!inner');

/** `from('orders').select(…)…` of supabase-js; undefined for any other `from`. */
export function supabaseQuery(call: CallNode, tree: Tree): Query | undefined {
  const name = memberName(call.callee);
  const object = memberObject(call.callee);
  if (name !== 'from' || !object || memberName(object) === 'storage') return undefined;
  const { links } = wholeChain(tree, call);
  const first = links[0]?.name;
  const write = links.some((link) => WRITES.has(link.name));
  if (!write && first !== 'select' && !links.some((link) => link.name === 'select'))
    return undefined;
  if (links.some((link) => link.name === 'upload' || link.name === 'getPublicUrl'))
    return undefined;
  const select = links.find((link) => link.name === 'select');
  const selected = textOf(select?.call.arguments[0]);
  const head = property(select?.call.arguments[1], 'head');
  return {
    line: endOf(call)?.start.line ?? lineOf(call),
    client: 'supabase',
    table: textOf(call.arguments[0])?.replaceAll(GAP, ''),
    action: write ? 'write' : 'read',
    adds: links.some((link) => link.name === 'insert' || link.name === 'upsert'),
    single: links.some((link) => link.name === 'single' || link.name === 'maybeSingle'),
    limited: links.some(isLimit),
    along: tablesAlong(selected),
    most: links.map(limitOf).find((limit) => limit !== undefined && limit > FEW),
    counts: head?.type === 'BooleanLiteral' && head.value,
    // Of what is read along, a condition narrows the list itself only where that has to be there.
    filters: links
      .flatMap(filtersOf)
      .filter(({ column }) => !column.includes('.') || isInner(selected)),
    orders: links.flatMap((link) => {
      const column = link.name === 'order' ? textOf(link.call.arguments[0]) : undefined;
      return column && !column.includes(GAP) ? [{ column, line: linkLine(link) }] : [];
    }),
    listens: false,
  };
}

const STORAGE = new Set([
  'createSignedUrl',
  'createSignedUrls',
  'download',
  'list',
  'remove',
  'info',
]);

/** `storage.from('photos').createSignedUrl(…)`; sending a file is no request that could be saved. */
const asksStorage = (call: CallNode): boolean => {
  const from = memberObject(call.callee);
  if (from?.type !== 'CallExpression' || !STORAGE.has(memberName(call.callee) ?? '')) return false;
  const bucket = memberObject(from.callee);
  return bucket !== undefined && memberName(bucket) === 'storage';
};

/** `rpc(…)`, `functions.invoke(…)`, `auth.admin.getUserById(…)`: a request, but not for a table. */
export function supabaseCall(call: CallNode): Query | undefined {
  const name = memberName(call.callee);
  const object = memberObject(call.callee);
  const parent = object && memberName(object);
  const named = object?.type === 'Identifier' && /supabase|client|admin|^db$/i.test(object.name);
  const asks =
    (name === 'rpc' && (named || parent !== undefined)) ||
    (name === 'invoke' && parent === 'functions') ||
    asksStorage(call) ||
    (parent === 'admin' && memberName(memberObject(object as t.Node) ?? call) === 'auth');
  if (!asks) return undefined;
  return {
    line: endOf(call)?.start.line ?? lineOf(call),
    client: 'supabase',
    action: 'call',
    single: true,
    limited: true,
    counts: false,
    filters: [],
    orders: [],
    listens: false,
  };
}
