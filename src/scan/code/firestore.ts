import type * as t from '@babel/types';
import { chainBefore, type Link } from './chain.ts';
import type { Filter, Query } from './facts.ts';
import {
  type Binding,
  type CallNode,
  lineOf,
  lookup,
  type Node,
  type Tree,
  usesOf,
} from './tree.ts';
import { bare, GAP, literalOf, madeBy, memberName, textOf } from './value.ts';

const WRITES = new Set(['addDoc', 'setDoc', 'updateDoc', 'deleteDoc']);
const SINGLES = new Set(['getDoc', ...WRITES]);
const LISTS = new Set(['getDocs', 'onSnapshot', 'getDocsFromServer']);

/** What a function is called where it comes from: `limit` of `import { limit as atMost } from …`. */
const calleeName = (node: t.Node): string | undefined => {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const { name } = node.callee;
  const { name: given = name } = lookup(name, node.callee as Node)?.from ?? {};
  return given === 'default' || given === '*' ? name : given;
};

/** `const { getDocs } = await import('firebase/firestore')` */
function loadedFrom(binding: Binding | undefined): string | undefined {
  const init = binding?.kind === 'variable' && (binding.node as t.VariableDeclarator).init;
  const value = init ? bare(init) : undefined;
  return value?.type === 'CallExpression' && value.callee.type === 'Import'
    ? textOf(value.arguments[0])
    : undefined;
}

/** Was this function imported from Firestore's package? */
function fromFirestore(call: CallNode): boolean {
  if (call.callee.type !== 'Identifier') return false;
  const binding = lookup(call.callee.name, call);
  return /firestore/.test(binding?.from?.source ?? loadedFrom(binding) ?? '');
}

/** `documentId()`, `FieldPath.documentId()` */
const isKey = (column: t.Node): boolean =>
  column.type === 'CallExpression' &&
  (calleeName(column) ?? memberName(column.callee)) === 'documentId';

const filter = (
  column: t.Node | undefined,
  operator: t.Node | undefined,
  value: t.Node | undefined,
  line: number,
): Filter[] => {
  const text = textOf(operator);
  if (!column || !text) return [];
  const name = isKey(column) ? 'id' : (textOf(column) ?? GAP);
  const given = literalOf(value);
  const how = text === '==' ? 'eq' : text;
  return [{ column: name, operator: how, fixed: given !== undefined, value: given, line }];
};

interface Reference {
  table: string | undefined;
  /** Where the collection is named. */
  named: number | undefined;
  document: boolean;
  limited: boolean;
  filters: Filter[];
  orders: { column: string; line: number }[];
}

/** `const parts = []; if (day) parts.push(where('day', '==', day)); parts.push(limit(20));` */
function pushedTo(binding: Binding, tree: Tree): { given: t.Node; maybe: boolean }[] {
  return usesOf(tree, binding).flatMap(({ up: member }) => {
    const call = member?.up;
    if (call?.type !== 'CallExpression' || call.callee !== member) return [];
    if (memberName(member) !== 'push') return [];
    let around: Node | undefined = call;
    while (around && around !== binding.scope && around.type !== 'IfStatement') around = around.up;
    return call.arguments.map((given) => ({ given, maybe: around?.type === 'IfStatement' }));
  });
}

/** Reads `query(collection(db, 'orders'), where(…), limit(…))`, following constants of the file. */
function read(node: t.Node | undefined, found: Reference, tree: Tree, depth = 5): Reference {
  const inner = node && bare(node);
  if (!inner || depth === 0) return found;
  if (inner.type === 'Identifier') {
    const binding = lookup(inner.name, inner as Node);
    if (binding?.kind !== 'variable') return found;
    for (const { given, maybe } of pushedTo(binding, tree)) {
      const more = read(given, nothing(), tree, depth - 1);
      found.limited ||= more.limited;
      found.filters.push(...more.filters.map((one) => ({ ...one, ...(maybe && { maybe }) })));
      found.orders.push(...more.orders);
    }
    return read((binding.node as t.VariableDeclarator).init ?? undefined, found, tree, depth - 1);
  }
  if (inner.type === 'ArrayExpression') {
    for (const one of inner.elements)
      read(
        one?.type === 'SpreadElement' ? one.argument : (one ?? undefined),
        found,
        tree,
        depth - 1,
      );
    return found;
  }
  if (inner.type === 'ConditionalExpression') {
    read(inner.consequent, found, tree, depth - 1);
    return found.table ? found : read(inner.alternate, found, tree, depth - 1);
  }
  if (inner.type === 'LogicalExpression') return read(inner.right, found, tree, depth - 1);
  if (inner.type !== 'CallExpression') return found;
  const name = calleeName(inner);
  const args = inner.arguments;
  if (name?.startsWith('useMemo')) {
    for (const made of madeBy(args[0])) if (!found.table) read(made, found, tree, depth - 1);
  } else if (name === 'collection' || name === 'collectionGroup') {
    found.table = below(args, tree, depth);
    found.named = lineOf(inner);
  } else if (name === 'doc') found.document = true;
  else if (name === 'limit' || name === 'limitToLast') found.limited = true;
  else if (name === 'where')
    found.filters.push(...filter(args[0], args[1], args[2], lineOf(inner)));
  else if (name === 'orderBy') {
    const column = textOf(args[0]);
    if (column) found.orders.push({ column, line: lineOf(inner) });
  } else if (name === 'query')
    for (const arg of args)
      read(arg.type === 'SpreadElement' ? arg.argument : arg, found, tree, depth - 1);
  else chained(inner, found);
  return found;
}

/** `users/…/orders`: a collection below one document holds that one's part. */
function below([base, ...steps]: readonly t.Node[], tree: Tree, depth: number): string | undefined {
  const texts = steps.map((step) => textOf(step));
  if (texts.every((text) => text === undefined)) return undefined;
  const path = texts.map((text) => text ?? GAP).join('/');
  const parent = read(base, nothing(), tree, depth - 1);
  return parent.document ? `${GAP}/${path}` : path;
}

/** What lies below one document is narrowed by its place. */
function located(found: Reference, call: CallNode): Reference {
  if (found.table?.includes(GAP))
    found.filters.push({
      column: 'parent_id',
      operator: 'eq',
      fixed: false,
      line: found.named ?? lineOf(call),
    });
  return found;
}

/** The older form: `db.collection('orders').where(…).limit(10)`. */
function chained(call: CallNode, found: Reference): Reference {
  const links: Link[] = [...chainBefore(call), { name: memberName(call.callee) ?? '', call }];
  for (const { name, call: link } of links) {
    const [first, second, third] = link.arguments;
    if (name === 'collection') {
      const text = textOf(first);
      found.table = found.document && text !== undefined ? `${GAP}/${text}` : text;
      found.document = false;
    } else if (name === 'doc') found.document = true;
    else if (name === 'limit' || name === 'limitToLast') found.limited = true;
    else if (name === 'where') found.filters.push(...filter(first, second, third, lineOf(link)));
  }
  return found;
}

const nothing = (): Reference => ({
  table: undefined,
  named: undefined,
  document: false,
  limited: false,
  filters: [],
  orders: [],
});

/** Hooks of apps and libraries that show a collection as it is now. */
const HOOKS = /^useCollection(Data)?(Once)?$/;

export function firestoreQuery(call: CallNode, tree: Tree): Query | undefined {
  const own =
    call.callee.type === 'Identifier' && fromFirestore(call) ? call.callee.name : undefined;
  const method = memberName(call.callee);
  const base = {
    line: lineOf(call),
    client: 'firestore' as const,
    counts: false,
  };
  const hook = calleeName(call);
  if (hook && HOOKS.test(hook)) {
    const { named, document, ...found } = located(
      read(call.arguments[0], nothing(), tree, 8),
      call,
    );
    if (!found.table) return undefined;
    return {
      ...base,
      ...found,
      line: named ?? base.line,
      action: 'read',
      single: document,
      listens: !hook.endsWith('Once'),
    };
  }
  if (own && (LISTS.has(own) || SINGLES.has(own))) {
    const { named, ...found } = located(read(call.arguments[0], nothing(), tree), call);
    return {
      ...base,
      ...found,
      action: WRITES.has(own) ? 'write' : 'read',
      adds: own === 'addDoc' || own === 'setDoc',
      // What a function was given says nothing of what it asks for.
      single: SINGLES.has(own) || found.document || (named ?? found.table) === undefined,
      listens: own === 'onSnapshot',
    };
  }
  const changes = /^(set|update|delete)$/.test(method ?? '');
  if (!changes && method !== 'get' && method !== 'onSnapshot' && method !== 'add') return undefined;
  const before = chainBefore(call);
  if (!before.some((link) => link.name === 'collection')) return undefined;
  if (changes && before.at(-1)?.name !== 'doc') return undefined;
  const { named: _, ...found } = located(chained(call, nothing()), call);
  if (!found.table) return undefined;
  return {
    ...base,
    ...found,
    action: changes || method === 'add' ? 'write' : 'read',
    adds: method === 'add' || method === 'set',
    single: found.document,
    listens: method === 'onSnapshot',
  };
}
