import { drizzleRead, drizzleWrite } from './drizzle.ts';
import type { Query } from './facts.ts';
import { firestoreQuery } from './firestore.ts';
import { modelQuery } from './prisma.ts';
import { sqlCall, sqlTag } from './sql-text.ts';
import { supabaseCall, supabaseQuery } from './supabase.ts';
import type { CallNode, Node, Tree } from './tree.ts';

/** A request and the node that makes it. */
export interface Found {
  readonly node: Node;
  readonly query: Query;
}

/** Libraries that keep tables in the visitor's own browser, with the same words as a database. */
const OF_BROWSER = /^(dexie|idb|localforage|rxdb)$/;

const keepsInBrowser = ({ root }: Tree): boolean =>
  [...(root.names?.values() ?? [])].some(({ from }) => OF_BROWSER.test(from?.source ?? ''));

/** @param models whether the file's words of an ORM mean a database */
const read = (call: CallNode, tree: Tree, models: boolean): Query | undefined =>
  supabaseQuery(call, tree) ??
  drizzleRead(call, tree) ??
  drizzleWrite(call, tree) ??
  (models ? modelQuery(call) : undefined) ??
  firestoreQuery(call, tree) ??
  supabaseCall(call) ??
  sqlCall(call, tree);

/** Every request to a database in this file. */
export function queriesOf(tree: Tree): Found[] {
  const models = !keepsInBrowser(tree);
  const calls = tree.calls.map((node) => ({ node, query: read(node, tree, models) }));
  const tags = tree.tags.map((node) => ({ node, query: sqlTag(node) }));
  return [...calls, ...tags].flatMap(({ node, query }) => (query ? [{ node, query }] : []));
}
