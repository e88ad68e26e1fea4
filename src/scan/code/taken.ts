import type * as t from '@babel/types';
import { isFunction, keyOf, lookup, type Node, type Tree, usesOf } from './tree.ts';
import { memberName } from './value.ts';

/** Zustand’s makers of stores, whose users choose what they take by its key. */
const STORES = /^(create|createStore|persist|devtools|immer|subscribeWithSelector)$/;

/** The name that a call ends in: `create` of `create<State>()(…)`. */
export function calledName({ callee }: t.CallExpression): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'CallExpression' ? calledName(callee) : memberName(callee);
}

/** `[load]` of `useEffect(run, [load])` tells when to run anew, and runs nothing. */
export const isDependency = ({ up: list }: Node): boolean =>
  list?.type === 'ArrayExpression' &&
  list.up?.type === 'CallExpression' &&
  list.up.arguments[0] !== list &&
  /^use(\w*Effect|Callback|Memo|ImperativeHandle)$/.test(calledName(list.up) ?? '');

const isProvided = ({ up: attribute }: Node): boolean => {
  if (attribute?.type !== 'JSXAttribute' || attribute.name.name !== 'value') return false;
  const { name } = attribute.up as t.JSXOpeningElement;
  return /Provider$/.test(
    name.type === 'JSXMemberExpression' ? name.property.name : String(name.name),
  );
};

/**
 * Tells whether all that is done with an expression’s value is to take from it by keys that are written
 * out, so that nobody uses what it holds under other keys.
 * @param named functions and declarators whose own mentions are looked at one by one
 */
export function takenByKey(tree: Tree, named: ReadonlySet<Node>) {
  /** What a function answers goes to those who call it. */
  const isAnswer = (fn: Node, depth: number): boolean => {
    const call = fn.up;
    if (named.has(fn)) return true;
    if (call?.type !== 'CallExpression' || call.arguments[0] !== fn) return false;
    const name = calledName(call) ?? '';
    return name === 'useMemo' ? isTaken(call, depth) : STORES.test(name);
  };

  const isKept = (kept: t.VariableDeclarator & Node, depth: number): boolean => {
    const { id } = kept;
    if (named.has(kept)) return true;
    if (id.type === 'ObjectPattern')
      return id.properties.every((one) => one.type === 'ObjectProperty' && keyOf(one));
    const binding = id.type === 'Identifier' && lookup(id.name, kept);
    return Boolean(binding && usesOf(tree, binding).every((use) => isTaken(use, depth - 1)));
  };

  const isTaken = (node: Node, depth = 5): boolean => {
    const { up } = node;
    if (!up || depth === 0) return false;
    switch (up.type) {
      case 'ExpressionStatement':
      case 'IfStatement':
      case 'UnaryExpression':
      case 'BinaryExpression':
      case 'ExportDefaultDeclaration':
        return true;
      case 'AwaitExpression':
      case 'LogicalExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
        return isTaken(up, depth);
      case 'ConditionalExpression':
        return up.test === node || isTaken(up, depth);
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        return up.callee === node && isTaken(up, depth);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return up.object === node && !/^(then)?$/.test(memberName(up) ?? '');
      case 'VariableDeclarator':
        return isKept(up, depth);
      case 'ArrowFunctionExpression':
        return up.body === node && isAnswer(up, depth);
      case 'ReturnStatement': {
        let fn: Node | undefined = up;
        while (fn && !isFunction(fn)) fn = fn.up;
        return fn !== undefined && isAnswer(fn, depth);
      }
      case 'AssignmentExpression':
        return up.left === node;
      case 'JSXExpressionContainer':
        return isProvided(up);
      default:
        return isDependency(node);
    }
  };
  return isTaken;
}
