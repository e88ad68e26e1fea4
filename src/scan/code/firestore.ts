import type * as t from '@babel/types';
import { chainBefore, type Link } from './chain.ts';
import type { Filter, Query } from './facts.ts';
import { type CallNode, lineOf, lookup, type Node } from './tree.ts';
import { bare, memberName, textOf } from './value.ts';

const WRITES = new Set(['addDoc', 'setDoc', 'updateDoc', 'deleteDoc']);
const SINGLES = new Set(['getDoc', ...WRITES]);
const LISTS = new Set(['getDocs', 'onSnapshot', 'getDocsFromServer']);

const calleeName = (node: t.Node): string | undefined =>
  node.type === 'CallExpression' && node.callee.type === 'Identifier'
    ? node.callee.name
    : undefined;

/** Was this function imported from Firestore's package? */
function fromFirestore(call: CallNode): boolean {
  if (call.callee.type !== 'Identifier') return false;
  const binding = lookup(call.callee.name, call);
  return /firestore/.test(binding?.from?.source ?? '');
}

const filter = (
  column: t.Node | undefined,
  operator: t.Node | undefined,
  value: t.Node | undefined,
  line: number,
): Filter[] => {
  const name = textOf(column);
  const text = textOf(operator);
  if (!name || !text) return [];
  const fixed = value !== undefined && /^(String|Numeric|Boolean)Literal$/.test(bare(value).type);
  return [{ column: name, operator: text === '==' ? 'eq' : text, fixed, line }];
};

interface Reference {
  table: string | undefined;
  document: boolean;
  limited: boolean;
  filters: Filter[];
  orders: { column: string; line: number }[];
}

/** Reads `query(collection(db, 'orders'), where(…), limit(…))`, following constants of the file. */
function read(node: t.Node | undefined, found: Reference, depth = 5): Reference {
  const inner = node && bare(node);
  if (!inner || depth === 0) return found;
  if (inner.type === 'Identifier') {
    const binding = lookup(inner.name, inner as Node);
    if (binding?.kind !== 'variable') return found;
    return read((binding.node as t.VariableDeclarator).init ?? undefined, found, depth - 1);
  }
  if (inner.type === 'ConditionalExpression') return read(inner.consequent, found, depth - 1);
  if (inner.type !== 'CallExpression') return found;
  const name = calleeName(inner);
  const args = inner.arguments;
  if (name === 'collection' || name === 'collectionGroup') found.table = textOf(args[1]);
  else if (name === 'doc') found.document = true;
  else if (name === 'limit' || name === 'limitToLast') found.limited = true;
  else if (name === 'where')
    found.filters.push(...filter(args[0], args[1], args[2], lineOf(inner)));
  else if (name === 'orderBy') {
    const column = textOf(args[0]);
    if (column) found.orders.push({ column, line: lineOf(inner) });
  } else if (name === 'query')
    for (const arg of args)
      read(arg.type === 'SpreadElement' ? arg.argument : arg, found, depth - 1);
  else chained(inner, found);
  return found;
}

/** The older form: `db.collection('orders').where(…).limit(10)`. */
function chained(call: CallNode, found: Reference) {
  const links: Link[] = [...chainBefore(call), { name: memberName(call.callee) ?? '', call }];
  for (const { name, call: link } of links) {
    const [first, second, third] = link.arguments;
    if (name === 'collection') found.table = textOf(first);
    else if (name === 'doc') found.document = true;
    else if (name === 'limit' || name === 'limitToLast') found.limited = true;
    else if (name === 'where') found.filters.push(...filter(first, second, third, lineOf(link)));
  }
}

const nothing = (): Reference => ({
  table: undefined,
  document: false,
  limited: false,
  filters: [],
  orders: [],
});

export function firestoreQuery(call: CallNode): Query | undefined {
  const own =
    call.callee.type === 'Identifier' && fromFirestore(call) ? call.callee.name : undefined;
  const method = memberName(call.callee);
  const base = {
    line: lineOf(call),
    client: 'firestore' as const,
    counts: false,
    includes: [],
    cached: false,
  };
  if (own && (LISTS.has(own) || SINGLES.has(own))) {
    const found = read(call.arguments[0], nothing());
    return {
      ...base,
      ...found,
      action: WRITES.has(own) ? 'write' : 'read',
      single: SINGLES.has(own) || found.document,
      listens: own === 'onSnapshot',
    };
  }
  if (method !== 'get' && method !== 'onSnapshot' && method !== 'add') return undefined;
  if (!chainBefore(call).some((link) => link.name === 'collection')) return undefined;
  const found = nothing();
  chained(call, found);
  if (!found.table) return undefined;
  return {
    ...base,
    ...found,
    action: method === 'add' ? 'write' : 'read',
    single: found.document,
    listens: method === 'onSnapshot',
  };
}
