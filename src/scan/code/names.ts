import type * as t from '@babel/types';
import type { Callee } from './facts.ts';
import { type Binding, type FunctionNode, isFunction, keyOf, lookup, type Node } from './tree.ts';
import { bare, memberName, memberObject } from './value.ts';

/** Wrappers that give back the function that they were given. */
const WRAPPERS =
  /^(useCallback|memo|forwardRef|cache|unstable_cache|debounce|throttle|observer|lazy)$/;

export function isWrapper({ callee }: t.CallExpression): boolean {
  const name = callee.type === 'Identifier' ? callee.name : memberName(callee);
  return name !== undefined && WRAPPERS.test(name);
}

/** The function that an expression stands for, wrappers taken off. */
export function functionIn(node: t.Node | null | undefined): FunctionNode | undefined {
  const inner = node && bare(node);
  if (!inner) return undefined;
  if (isFunction(inner)) return inner;
  return inner.type === 'CallExpression' && isWrapper(inner)
    ? functionIn(inner.arguments[0])
    : undefined;
}

const methodOf = (object: t.Node | null | undefined, name: string): FunctionNode | undefined => {
  if (object?.type !== 'ObjectExpression') return undefined;
  for (const one of object.properties) {
    if (one.type === 'SpreadElement' || keyOf(one) !== name) continue;
    return one.type === 'ObjectMethod' ? (one as FunctionNode) : functionIn(one.value);
  }
  return undefined;
};

const classMethod = (node: t.Node, name: string): FunctionNode | undefined => {
  if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return undefined;
  for (const one of node.body.body) {
    if (one.type === 'ClassMethod' && keyOf(one) === name) return one as FunctionNode;
    if (one.type === 'ClassProperty' && keyOf(one) === name) return functionIn(one.value);
  }
  return undefined;
};

export function functionOf(
  binding: Binding | undefined,
  member?: string,
): FunctionNode | undefined {
  if (!binding) return undefined;
  if (binding.kind === 'class') return member ? classMethod(binding.node, member) : undefined;
  if (binding.kind === 'function') return member ? undefined : (binding.node as FunctionNode);
  if (binding.kind !== 'variable' || binding.path.length > 0) return undefined;
  const init = (binding.node as t.VariableDeclarator).init;
  if (!member) return functionIn(init);
  const value = init && bare(init);
  if (value?.type === 'NewExpression' && value.callee.type === 'Identifier') {
    return functionOf(lookup(value.callee.name, value as Node), member);
  }
  return methodOf(value, member);
}

/** The class that holds this node, for `this.method()`. */
export function ownClass(from: Node): t.Node | undefined {
  for (let node: Node | undefined = from; node; node = node.up) {
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return node;
  }
  return undefined;
}

export type Target = FunctionNode | { readonly source: string; readonly name: string };

const imported = (binding: Binding, member?: string): Target | undefined => {
  if (!binding.from) return undefined;
  const { source, name } = binding.from;
  if (!member) return { source, name };
  return { source, name: name === '*' ? member : `${name}.${member}` };
};

/** What a variable was made of with `new`. */
export function madeOf({ kind, node, path }: Binding): Binding | undefined {
  const init = kind === 'variable' && path.length === 0 && (node as t.VariableDeclarator).init;
  const value = init ? bare(init) : undefined;
  return value?.type === 'NewExpression' && value.callee.type === 'Identifier'
    ? lookup(value.callee.name, value as Node)
    : undefined;
}

/** The function that an expression in the place of a callee means. */
export function targetOf(callee: t.Node): Target | undefined {
  const inner = bare(callee);
  if (inner.type === 'Identifier') {
    const binding = lookup(inner.name, inner as Node);
    return binding?.kind === 'import' ? imported(binding) : functionOf(binding);
  }
  const name = memberName(inner);
  const object = memberObject(inner);
  if (!name || !object) return undefined;
  if (object.type === 'ThisExpression') {
    const owner = ownClass(inner as Node);
    return owner && classMethod(owner, name);
  }
  if (object.type !== 'Identifier') return undefined;
  const binding = lookup(object.name, object as Node);
  const made = binding && madeOf(binding);
  if (made?.kind === 'import') return imported(made, name);
  return binding?.kind === 'import' ? imported(binding, name) : functionOf(binding, name);
}

export const calleeOf = (
  target: Target | undefined,
  places: ReadonlyMap<Node, number>,
): Callee | undefined => {
  if (!target) return undefined;
  if ('source' in target) return target as { source: string; name: string };
  const here = places.get(target as Node);
  return here === undefined ? undefined : { here };
};
