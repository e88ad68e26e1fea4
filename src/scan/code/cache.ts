import type * as t from '@babel/types';
import { CHILDREN } from './children.ts';
import { isFunction, lookup, type Node } from './tree.ts';

/** React Query and SWR: of equal requests under one key one is sent. */
export const CACHES = /^use(Suspense)?(Infinite)?Query$|^useSWR/;

/** Is this a key under which one answer is kept for all: nothing in it was given to a function? */
export const isShared = (key: t.Node | undefined): boolean =>
  key !== undefined && !isFunction(key) && !holdsGiven(key);

/** Does it hold a parameter, or what was made of one? */
function holdsGiven(node: t.Node, depth = 9): boolean {
  if (depth === 0) return true;
  if (node.type === 'Identifier') {
    const binding = lookup(node.name, node as Node);
    const init = binding?.kind === 'variable' && (binding.node as t.VariableDeclarator).init;
    return binding?.kind === 'parameter' || (init ? holdsGiven(init, depth - 1) : false);
  }
  return (CHILDREN[node.type] ?? []).some((name) =>
    [(node as unknown as Record<string, t.Node | t.Node[] | null>)[name]]
      .flat()
      .some((child) => child && holdsGiven(child, depth - 1)),
  );
}
