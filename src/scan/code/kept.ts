import type * as t from '@babel/types';
import {
  type Binding,
  type FunctionNode,
  isFunction,
  type Node,
  type Tree,
  usesOf,
} from './tree.ts';

function isWithin(inner: Node, outer: t.Node): boolean {
  for (let node: Node | undefined = inner; node; node = node.up) if (node === outer) return true;
  return false;
}

/** Does this function set it anew, and never back to `false` as a mark that it is at work would be? */
function fills(node: FunctionNode, binding: Binding, tree: Tree): boolean {
  const set = usesOf(tree, binding).flatMap((use) =>
    use.up?.type === 'AssignmentExpression' && use.up.left === use && isWithin(use, node)
      ? [use.up.right]
      : [],
  );
  return set.length > 0 && !set.some((value) => value.type === 'BooleanLiteral' && !value.value);
}

const leaves = (node: t.Statement): boolean =>
  node.type === 'ReturnStatement' ||
  (node.type === 'BlockStatement' && node.body.at(-1)?.type === 'ReturnStatement');

/**
 * Does it ask once and keep the answer for all who come after? It takes nothing, and leaves at its
 * start where a variable of the file, which it sets itself, says that it has asked.
 */
export function keepsAnswer(node: Node, tree: Tree): boolean {
  if (!isFunction(node) || node.params.length > 0 || node.body.type !== 'BlockStatement')
    return false;
  const first = node.body.body[0];
  if (first?.type !== 'IfStatement' || !leaves(first.consequent)) return false;
  return [...(tree.root.names?.values() ?? [])].some(
    (binding) =>
      binding.kind === 'variable' &&
      usesOf(tree, binding).some((use) => isWithin(use, first.test)) &&
      fills(node, binding, tree),
  );
}
