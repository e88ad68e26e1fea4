import type * as t from '@babel/types';
import type { Callee } from './facts.ts';
import { type Binding, type FunctionNode, isFunction, keyOf, lookup, type Node } from './tree.ts';
import { bare, madeBy, memberName, memberObject, property } from './value.ts';

/** Given a function, these give back something else: how to end what was begun, or what it made. */
const NO_WRAPPERS =
  /^(on|add|set|watch|subscribe|useMemo)([A-Z]|$)|^(then|map|filter|reduce|find)$/;

/** Wrappers that give back the function that they were given. */
const WRAPPERS =
  /^(useCallback|memo|forwardRef|cache|unstable_cache|debounce|throttle|observer|lazy)$/;

export function isWrapper({ callee }: t.CallExpression): boolean {
  const name = callee.type === 'Identifier' ? callee.name : memberName(callee);
  return name !== undefined && WRAPPERS.test(name);
}

/** The function that an expression stands for, wrappers taken off: `useCallback(…)`, `defineFlow({ … }, …)`. */
export function functionIn(node: t.Node | null | undefined, depth = 4): FunctionNode | undefined {
  const inner = node && bare(node);
  if (!inner || depth === 0) return undefined;
  if (isFunction(inner)) return inner;
  if (inner.type !== 'CallExpression') return undefined;
  const name = inner.callee.type === 'Identifier' ? inner.callee.name : memberName(inner.callee);
  if (NO_WRAPPERS.test(name ?? '')) return undefined;
  for (const given of inner.arguments) {
    const found = functionIn(given, depth - 1);
    if (found) return found;
  }
  return undefined;
}

/** What a function gives back under a name: `return { mark }`. */
function givenBack(fn: FunctionNode | undefined, name: string): FunctionNode | undefined {
  for (const made of madeBy(fn)) {
    const value = property(made, name);
    const inner = value && bare(value);
    const found =
      inner?.type === 'Identifier'
        ? functionOf(lookup(inner.name, inner as Node))
        : functionIn(inner);
    if (found) return found;
  }
  return undefined;
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
  if (binding.kind === 'function') {
    const fn = binding.node as FunctionNode;
    return member ? givenBack(fn, member) : fn;
  }
  if (binding.kind !== 'variable' || binding.path.length > 0) return undefined;
  const init = (binding.node as t.VariableDeclarator).init;
  if (!member) return functionIn(init);
  const value = init && bare(init);
  if (value?.type === 'NewExpression' && value.callee.type === 'Identifier') {
    return functionOf(lookup(value.callee.name, value as Node), member);
  }
  return methodOf(value, member) ?? givenBack(functionIn(value), member);
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

/** `const { mark } = useNotes()`: what that call gives back under the name. */
function fromCall({ kind, node, path: [name, ...deeper] }: Binding): Target | undefined {
  const init = kind === 'variable' && (node as t.VariableDeclarator).init;
  const call = init ? bare(init) : undefined;
  if (call?.type !== 'CallExpression' || typeof name !== 'string' || deeper.length > 0)
    return undefined;
  // `const { send } = await import('./mails')`
  const [source] = call.arguments;
  if (call.callee.type === 'Import' && source?.type === 'StringLiteral')
    return { source: source.value, name };
  if (call.callee.type !== 'Identifier') return undefined;
  const made = lookup(call.callee.name, call as Node);
  return made?.kind === 'import' ? imported(made, name) : functionOf(made, name);
}

/** The function that an expression in the place of a callee means. */
export function targetOf(callee: t.Node): Target | undefined {
  const inner = bare(callee);
  if (inner.type === 'Identifier') {
    const binding = lookup(inner.name, inner as Node);
    if (binding?.kind === 'import') return imported(binding);
    return functionOf(binding) ?? (binding && fromCall(binding));
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
