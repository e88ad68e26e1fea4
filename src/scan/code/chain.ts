import type * as t from '@babel/types';
import {
  type Binding,
  type CallNode,
  isFunction,
  lookup,
  type Node,
  type Tree,
  usesOf,
} from './tree.ts';
import { bare, memberName } from './value.ts';

/** One method call of a chain: `.eq('id', id)`. */
export interface Link {
  readonly name: string;
  readonly call: CallNode;
  /** Added to a request in a variable, and only under a condition. */
  readonly maybe?: boolean;
}

const CASTS = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'ParenthesizedExpression',
]);

const isMember = (
  node: Node | undefined,
): node is (t.MemberExpression | t.OptionalMemberExpression) & Node =>
  node?.type === 'MemberExpression' || node?.type === 'OptionalMemberExpression';
const isCall = (node: Node | undefined): node is CallNode =>
  node?.type === 'CallExpression' || node?.type === 'OptionalCallExpression';

/** The method calls on this expression, in order, and the outermost expression that they make. */
function chainAfter(start: Node): { readonly links: Link[]; readonly top: Node } {
  const links: Link[] = [];
  let top = start;
  for (;;) {
    const up: Node | undefined = top.up;
    if (up && CASTS.has(up.type)) top = up;
    else if (isMember(up) && up.object === top && isCall(up.up) && up.up.callee === up) {
      const name = memberName(up);
      if (name) links.push({ name, call: up.up });
      top = up.up;
    } else return { links, top };
  }
}

/** The method calls that this one is called on, the first first. */
export function chainBefore(call: CallNode): Link[] {
  const links: Link[] = [];
  let node: t.Node = call.callee;
  while (isMember(node as Node)) {
    const object = bare((node as t.MemberExpression).object) as Node;
    if (!isCall(object)) break;
    const name = memberName(object.callee);
    if (name) links.unshift({ name, call: object });
    node = object.callee;
  }
  return links;
}

/** The variable that holds an unfinished request, if this expression is put into one. */
function builderOf(top: Node): Binding | undefined {
  let node = top;
  while (
    node.up &&
    (CASTS.has(node.up.type) || (node.up.type === 'ConditionalExpression' && node.up.test !== node))
  ) {
    node = node.up;
  }
  const holder = node.up;
  const name =
    holder?.type === 'VariableDeclarator' && holder.init === node
      ? holder.id
      : holder?.type === 'AssignmentExpression' && holder.right === node
        ? holder.left
        : undefined;
  return name?.type === 'Identifier' && holder ? lookup(name.name, holder) : undefined;
}

/** The local function that returns this expression as it is: `const base = () => db.from(…)`. */
function makerOf(top: Node): Binding | undefined {
  const up = top.up?.type === 'ReturnStatement' ? top.up.up?.up : top.up;
  if (!isFunction(up) || up.async) return undefined;
  const holder = up.up;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return undefined;
  return lookup(holder.id.name, holder);
}

const BRANCHES = new Set([
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'SwitchCase',
  'ForOfStatement',
  'ForStatement',
]);

/** Does this use run only sometimes when the block runs in which its variable is declared? */
function isMaybe(use: Node, { node }: Binding): boolean {
  const declared = new Set<Node>();
  for (let up: Node | undefined = node; up; up = up.up) declared.add(up);
  for (let up = use.up; up && !declared.has(up); up = up.up) if (BRANCHES.has(up.type)) return true;
  return false;
}

/** Like `chainAfter`, and what is added later where the request is kept in a variable. */
export function wholeChain(
  tree: Tree,
  start: Node,
): { readonly links: Link[]; readonly top: Node } {
  const { links, top } = chainAfter(start);
  const seen = new Set<Binding>();
  const follow = (binding: Binding | undefined, called: boolean) => {
    if (!binding || seen.has(binding)) return;
    seen.add(binding);
    for (const use of usesOf(tree, binding)) {
      const from = called ? use.up : use;
      if (!from || (called && !(isCall(from) && from.callee === use))) continue;
      const more = chainAfter(from);
      const maybe = !called && isMaybe(use, binding);
      links.push(...(maybe ? more.links.map((link) => ({ ...link, maybe })) : more.links));
      if (more.links.length > 0) follow(builderOf(more.top), false);
    }
  };
  follow(builderOf(top), false);
  follow(makerOf(top), true);
  return { links, top };
}
