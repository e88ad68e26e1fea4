import type * as t from '@babel/types';
import { drizzleRead, drizzleWrite } from './drizzle.ts';
import type { Query } from './facts.ts';
import { firestoreQuery } from './firestore.ts';
import { modelQuery } from './prisma.ts';
import { sqlCall, sqlTag } from './sql-text.ts';
import { supabaseCall, supabaseQuery } from './supabase.ts';
import { type CallNode, isFunction, keyOf, type Node, type Tree } from './tree.ts';

/** A request and the node that makes it. */
export interface Found {
  readonly node: Node;
  readonly query: Query;
}

const CACHES = /^use(Suspense)?(Infinite)?Query$|^useSWR/;

/** Is this node within what React Query or SWR calls to fetch? */
function isCached(node: Node): boolean {
  for (let up: Node | undefined = node; up; up = up.up) {
    if (!isFunction(up)) continue;
    const holder: Node | undefined = up.type === 'ObjectMethod' ? up : up.up;
    if (
      (holder?.type === 'ObjectProperty' || holder?.type === 'ObjectMethod') &&
      keyOf(holder) === 'queryFn'
    ) {
      return true;
    }
    if (holder?.type === 'CallExpression' && CACHES.test(nameOf(holder))) return true;
  }
  return false;
}

const nameOf = (call: t.CallExpression): string =>
  call.callee.type === 'Identifier' ? call.callee.name : '';

const read = (call: CallNode, tree: Tree): Query | undefined =>
  supabaseQuery(call, tree) ??
  drizzleRead(call, tree) ??
  drizzleWrite(call, tree) ??
  modelQuery(call) ??
  firestoreQuery(call) ??
  supabaseCall(call) ??
  sqlCall(call);

/** Every request to a database in this file. */
export function queriesOf(tree: Tree): Found[] {
  const calls = tree.calls.map((node) => ({ node, query: read(node, tree) }));
  const tags = tree.tags.map((node) => ({ node, query: sqlTag(node) }));
  return [...calls, ...tags].flatMap(({ node, query }) =>
    query ? [{ node, query: { ...query, cached: isCached(node) } }] : [],
  );
}
