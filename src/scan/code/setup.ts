import type { Setup } from './facts.ts';
import { targetOf } from './names.ts';
import { type FunctionNode, isFunction, keyOf, lineOf, type Node, type Tree } from './tree.ts';
import { property } from './value.ts';

/** Clients that hold connections of their own; made within a request each request opens new ones. */
const HOLDS = new Set(['PrismaClient', 'Pool', 'Client', 'MongoClient']);
const MAKERS = new Set(['postgres', 'createPool', 'createConnection']);
const DATABASE =
  /^(pg|postgres|mysql2?(\/promise)?|@prisma\/client|@neondatabase\/serverless|mongodb)$/;

const isKept = (node: Node): boolean => {
  let up = node.up;
  while (up && (up.type === 'AwaitExpression' || up.type.startsWith('TS'))) up = up.up;
  return up?.type === 'AssignmentExpression' || up?.type === 'LogicalExpression';
};

/** The function in which it is made. */
function makerOf(node: Node): FunctionNode | undefined {
  for (let around = node.up; around; around = around.up) if (isFunction(around)) return around;
  return undefined;
}

const inFunction = (node: Node): boolean => makerOf(node) !== undefined;

/** It is made once: what makes it keeps it, or is itself called where it is kept or when the file is loaded. */
function keepsIt(node: Node, tree: Tree): boolean {
  if (isKept(node)) return true;
  const maker = makerOf(node);
  const calls = maker ? tree.calls.filter(({ callee }) => targetOf(callee) === maker) : [];
  return calls.length > 0 && calls.every((call) => isKept(call) || !inFunction(call));
}

export function setupOf(
  tree: Tree,
  imports: (name: string, from: Node) => string | undefined,
): Setup[] {
  const found: Setup[] = [];
  for (const node of tree.news) {
    if (node.callee.type !== 'Identifier') continue;
    const { name } = node.callee;
    if (name === 'QueryClient') {
      found.push({ line: lineOf(node), what: 'query-client' });
      const queries = property(property(node.arguments[0], 'defaultOptions'), 'queries');
      if (property(queries, 'staleTime')) found.push({ line: lineOf(node), what: 'stale-time' });
    }
    const source = imports(name, node);
    if (
      HOLDS.has(name) &&
      source &&
      DATABASE.test(source) &&
      inFunction(node) &&
      !keepsIt(node, tree)
    ) {
      found.push({ line: lineOf(node), what: 'client-per-request' });
    }
  }
  for (const call of tree.calls) {
    const name = call.callee.type === 'Identifier' ? call.callee.name : '';
    if (/^use(Suspense|Infinite)*Query$|^useSWR/.test(name)) {
      found.push({ line: lineOf(call), what: 'use-query' });
    }
    if (/^create(Browser|ClientComponent)Client$/.test(name))
      found.push({ line: lineOf(call), what: 'browser-client' });
    const source = imports(name, call);
    if (
      MAKERS.has(name) &&
      source &&
      DATABASE.test(source) &&
      inFunction(call) &&
      !keepsIt(call, tree)
    ) {
      found.push({ line: lineOf(call), what: 'client-per-request' });
    }
  }
  for (const object of tree.objects) {
    const stale = object.properties.find(
      (one) => one.type === 'ObjectProperty' && keyOf(one) === 'staleTime',
    );
    if (stale && inFunction(object)) found.push({ line: lineOf(stale), what: 'stale-time' });
  }
  return found;
}
