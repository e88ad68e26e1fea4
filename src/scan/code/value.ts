import type * as t from '@babel/types';
import { isFunction, keyOf, lookup, type Node } from './tree.ts';

/** The expression within brackets, casts, `await` and `!`. */
export function bare(node: t.Node): t.Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
      return bare(node.expression);
    case 'AwaitExpression':
      return bare(node.argument);
    default:
      return node;
  }
}

/** The name behind the last dot, or the key in brackets where it is written out. */
export function memberName(node: t.Node): string | undefined {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression')
    return undefined;
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  return node.property.type === 'StringLiteral' ? node.property.value : undefined;
}

export const memberObject = (node: t.Node): t.Node | undefined =>
  node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression'
    ? bare(node.object)
    : undefined;

/** The names that an expression holds, apart by spaces. */
export const namesIn = (node: t.Node): string => {
  const inner = bare(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'LogicalExpression' || inner.type === 'BinaryExpression') {
    return `${namesIn(inner.left)} ${namesIn(inner.right)}`;
  }
  if (inner.type === 'UnaryExpression') return namesIn(inner.argument);
  return memberName(inner) ?? '';
};

/** The declarator's value of a variable that is not destructured; `never` where it may be set anew. */
export function constant(node: t.Identifier, never = false): t.Node | undefined {
  const binding = lookup(node.name, node as Node);
  if (binding?.kind !== 'variable' || binding.path.length > 0) return undefined;
  if (never && (binding.node.up as t.VariableDeclaration).kind !== 'const') return undefined;
  return (binding.node as t.VariableDeclarator).init ?? undefined;
}

/** Stands in a text for a part that only a run knows. */
export const GAP = '…';

/** A text that is written out, or is a constant of this file. */
export function textOf(node: t.Node | null | undefined, depth = 3): string | undefined {
  if (!node || depth === 0) return undefined;
  const inner = bare(node);
  if (inner.type === 'StringLiteral') return inner.value;
  if (inner.type === 'TemplateLiteral') {
    return inner.quasis.map((quasi) => quasi.value.cooked ?? '').join(GAP);
  }
  if (inner.type === 'Identifier') return textOf(constant(inner), depth - 1);
  if (inner.type === 'BinaryExpression' && inner.operator === '+') {
    const parts = [textOf(inner.left, depth - 1), textOf(inner.right, depth - 1)];
    return parts.every((part) => part === undefined)
      ? undefined
      : parts.map((p) => p ?? GAP).join('');
  }
  if (inner.type === 'LogicalExpression') return textOf(inner.right, depth - 1);
  return undefined;
}

/** `OPEN_STATES`, `Status.OPEN`: stands in the code, be it in another file. */
const FIXED_NAME = /^[A-Z][A-Z\d_]{2,}$/;

/** What a filter compares with, where that is written in the code: a text, a number, or several with commas. */
export function literalOf(node: t.Node | null | undefined, depth = 4): string | undefined {
  if (!node || depth === 0) return undefined;
  const inner = bare(node);
  if (inner.type === 'ArrayExpression') {
    const all = inner.elements.map((one) =>
      literalOf(one?.type === 'SpreadElement' ? one.argument : one, depth - 1),
    );
    return all.every((one) => one !== undefined) ? all.join(',') : undefined;
  }
  if (inner.type === 'Identifier') {
    const value = literalOf(constant(inner, true), depth - 1);
    if (value !== undefined) return value;
  }
  const name = inner.type === 'Identifier' ? inner.name : memberName(inner);
  if (name && FIXED_NAME.test(name)) return name;
  if (inner.type === 'NullLiteral') return 'null';
  return inner.type === 'StringLiteral' ||
    inner.type === 'NumericLiteral' ||
    inner.type === 'BooleanLiteral'
    ? String(inner.value)
    : undefined;
}

/** `user.id`, `session.user.id`, `currentUser.uid` */
export function isVisitor(node: t.Node | null | undefined): boolean {
  const inner = node ? bare(node) : undefined;
  const object = inner && memberObject(inner);
  if (!object || !/^(id|uid|sub)$/.test(memberName(inner) ?? '')) return false;
  const name = object.type === 'Identifier' ? object.name : memberName(object);
  return /^(current_?|auth_?)?(user|profile|session|me)$/i.test(name ?? '');
}

/** A number that is written out, a constant of this file, or a product of such. */
export function numberOf(node: t.Node | null | undefined, depth = 4): number | undefined {
  if (!node || depth === 0) return undefined;
  const inner = bare(node);
  if (inner.type === 'NumericLiteral') return inner.value;
  if (inner.type === 'Identifier') return numberOf(constant(inner, true), depth - 1);
  if (inner.type === 'BinaryExpression') {
    const [left, right] = [numberOf(inner.left, depth - 1), numberOf(inner.right, depth - 1)];
    if (left === undefined || right === undefined) return undefined;
    if (inner.operator === '*') return left * right;
    if (inner.operator === '+') return left + right;
    if (inner.operator === '/') return left / right;
  }
  return undefined;
}

/** The value of a property that is written in this object. */
export function property(node: t.Node | null | undefined, name: string): t.Node | undefined {
  if (!node) return undefined;
  const inner = bare(node);
  const object = inner.type === 'Identifier' ? constant(inner) : inner;
  if (object?.type !== 'ObjectExpression') return undefined;
  for (const one of object.properties) {
    if (one.type === 'SpreadElement' || keyOf(one) !== name) continue;
    return one.type === 'ObjectMethod' ? one : one.value;
  }
  return undefined;
}

/** What a function that is written here returns. */
export function madeBy(node: t.Node | undefined): t.Node[] {
  if (!isFunction(node)) return [];
  if (node.body.type !== 'BlockStatement') return [node.body];
  return node.body.body.flatMap((one) =>
    one.type === 'ReturnStatement' && one.argument ? [one.argument] : [],
  );
}

/** Entries up to which a list that was cut off is called short. */
const SHORT = 12;

/** Is it a list that is written out here, and so stays as long as it is? */
export function isFixedList(node: t.Node, depth = 4): boolean {
  if (depth === 0) return false;
  const inner = bare(node);
  if (inner.type === 'ArrayExpression') {
    return inner.elements.every((one) => one?.type !== 'SpreadElement');
  }
  if (inner.type === 'Identifier') {
    const value = constant(inner);
    return value !== undefined && isFixedList(value, depth - 1);
  }
  if (inner.type !== 'CallExpression' && inner.type !== 'OptionalCallExpression') return false;
  const name = memberName(inner.callee);
  const object = memberObject(inner.callee);
  if (!object) return false;
  if (object.type === 'Identifier' && object.name === 'Object') {
    return inner.arguments[0] !== undefined && fixedObject(inner.arguments[0]);
  }
  if (object.type === 'Identifier' && object.name === 'Array') {
    return numberOf(property(inner.arguments[0], 'length')) !== undefined;
  }
  if (name === 'slice' && (numberOf(inner.arguments[1]) ?? 99) <= SHORT) return true;
  return (
    ['filter', 'map', 'slice', 'sort', 'entries', 'concat'].includes(name ?? '') &&
    isFixedList(object, depth - 1)
  );
}

/** One that starts empty is filled while the code runs. */
function fixedObject(node: t.Node): boolean {
  const inner = bare(node);
  const value = inner.type === 'Identifier' ? constant(inner) : inner;
  return value?.type === 'ObjectExpression' && value.properties.length > 0;
}
