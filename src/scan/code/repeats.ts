import type * as t from '@babel/types';
import {
  type Binding,
  type CallNode,
  type FunctionNode,
  isFunction,
  lookup,
  type Node,
  type Tree,
  usesOf,
} from './tree.ts';
import { bare, isFixedList, memberName, memberObject, numberOf } from './value.ts';

const EACH = new Set(['map', 'forEach', 'flatMap', 'filter', 'reduce', 'some', 'every', 'find']);
type EachNode = FunctionNode | t.ForOfStatement | t.ForInStatement;

/** Named so where a loop counts groups, or tries. */
const COUNTED = /batch|attempt|retr|chunk/i;
/** Named so where each entry is a group, or a try. */
const GROUPS = /(batche|chunk)s\b|chunk(ed|array|s?by)|^chunk\b|retr(y|ies)/i;
/** What only a list has. */
const LISTED = /^(length|map|forEach|filter|flatMap|slice|reduce|join|some|every|entries)$/;
const SMALL = 12;

/** `ids.map(load)`: the function that is run for each entry of a long list, given by name. */
export function eachByName(call: CallNode, tree: Tree): t.Identifier | undefined {
  const [first] = call.arguments;
  const list = memberObject(call.callee);
  if (first?.type !== 'Identifier' || !list || !EACH.has(memberName(call.callee) ?? ''))
    return undefined;
  return isLong(list, undefined, tree) ? first : undefined;
}

/** Files that the visitor chose: they can only be sent one by one. */
function isChosenFiles(node: t.Node, depth = 8): boolean {
  if (depth === 0) return false;
  const inner = bare(node);
  if (memberName(inner) === 'files')
    return /target|input|current|dataTransfer|^req/.test(pathOf(inner));
  if (inner.type === 'Identifier') {
    const binding = lookup(inner.name, inner as Node);
    if (
      /^(file(list|s)?|acceptedFiles|newFiles|selectedFiles)$/i.test(inner.name) &&
      binding?.kind === 'parameter'
    )
      return true;
    const init = binding?.kind === 'variable' && (binding.node as t.VariableDeclarator).init;
    return init ? isChosenFiles(init, depth - 1) : false;
  }
  if (inner.type === 'LogicalExpression') return isChosenFiles(inner.left, depth - 1);
  if (inner.type !== 'CallExpression') return false;
  const from =
    memberName(inner.callee) === 'from' ? inner.arguments[0] : memberObject(inner.callee);
  return from ? isChosenFiles(from, depth - 1) : false;
}

/** What a browser's observer tells of: a few entries at a time. */
function isObserved(list: t.Node): boolean {
  const inner = bare(list);
  if (inner.type !== 'Identifier') return /^getEntries/.test(textIn(inner));
  const binding = lookup(inner.name, inner as Node);
  if (binding?.kind === 'parameter') {
    const maker = binding.node.up;
    return (
      maker?.type === 'NewExpression' &&
      maker.callee.type === 'Identifier' &&
      maker.callee.name.endsWith('Observer')
    );
  }
  const init = binding?.kind === 'variable' && (binding.node as t.VariableDeclarator).init;
  return init ? /^getEntries/.test(textIn(init)) : false;
}

const pathOf = (node: t.Node): string => {
  const object = memberObject(node);
  return object
    ? `${pathOf(object)}.${memberName(node)}`
    : node.type === 'Identifier'
      ? node.name
      : '';
};

const textIn = (node: t.Node | null | undefined): string => {
  const inner = node && bare(node);
  if (inner?.type === 'Identifier') return inner.name;
  if (inner?.type === 'CallExpression')
    return `${textIn(inner.callee)} ${textIn(memberObject(inner.callee))}`;
  return inner ? (memberName(inner) ?? '') : '';
};

/** The call of `list.map(…)` and the like that this function is given to. */
export function eachCall(node: FunctionNode): t.CallExpression | undefined {
  const call = node.up;
  if (call?.type !== 'CallExpression' && call?.type !== 'OptionalCallExpression') return undefined;
  const name = memberName(call.callee);
  if (call.arguments[0] !== node) return undefined;
  if (name && EACH.has(name)) return call as t.CallExpression;
  return undefined;
}

/** Does the loop count to a small number that stands in the code, try again, or go in steps? */
function countsOff({ test, update }: t.ForStatement): boolean {
  if (update?.type === 'AssignmentExpression' && numberOf(update.right) !== 1) return true;
  if (test?.type !== 'BinaryExpression') return !test;
  const limit = numberOf(test.right);
  return (
    (limit !== undefined && limit <= SMALL) || COUNTED.test(textIn(test.right) + textIn(test.left))
  );
}

/** `for (const ids of idChunks) … .in('id', ids)`: each turn already asks for many. */
function asksInGroups(loop: t.ForOfStatement | t.ForInStatement, tree: Tree): boolean {
  const binding = entryOf(loop);
  if (!binding) return false;
  return usesOf(tree, binding).some((use) => {
    const call = use.up;
    if (call?.type !== 'CallExpression' || call.callee === use) return false;
    const method = call.callee.type === 'Identifier' ? call.callee.name : memberName(call.callee);
    return method === 'in' || method === 'inArray' || method === 'createMany';
  });
}

/** `i < files.length` */
const countsFiles = ({ test }: t.ForStatement): boolean => {
  const list = test?.type === 'BinaryExpression' ? memberObject(bare(test.right)) : undefined;
  return list !== undefined && isChosenFiles(list);
};

/** Does this body run once for each entry of a list whose length the code does not know? */
export function repeats(node: FunctionNode | Tree['loops'][number], tree: Tree): boolean {
  switch (node.type) {
    case 'ForOfStatement':
    case 'ForInStatement':
      // What comes in over time is a stream, not a list.
      if (node.type === 'ForOfStatement' && node.await) return false;
      return isLong(node.right, node, tree) && !asksInGroups(node, tree);
    case 'ForStatement':
      return !countsOff(node) && !countsFiles(node);
    case 'WhileStatement':
    case 'DoWhileStatement':
      return false;
  }
  const call = eachCall(node);
  const list = call && memberObject(call.callee);
  return list !== undefined && isLong(list, node, tree);
}

/** The name that a loop gives to an entry, where it is one name. */
function entryOf(loop: EachNode): Binding | undefined {
  const name = isFunction(loop)
    ? loop.params[0]
    : loop.left.type === 'VariableDeclaration'
      ? loop.left.declarations[0]?.id
      : undefined;
  return name?.type === 'Identifier' ? lookup(name.name, loop.body as Node) : undefined;
}

/** Are the entries of this list groups, by its name and by what is done with one? */
function isGrouped(list: t.Node, loop: EachNode | undefined, tree: Tree): boolean {
  if (!GROUPS.test(textIn(list))) return false;
  if (!loop) return true;
  const entry = entryOf(loop);
  return (
    entry !== undefined &&
    !usesOf(tree, entry).some((use) =>
      use.up?.type === 'SpreadElement'
        ? use.up.up?.type === 'ObjectExpression'
        : use.up && memberObject(use.up) === use && !LISTED.test(memberName(use.up) ?? ''),
    )
  );
}

const LOOPS = /^(For|While|DoWhile)/;

/** A list that starts empty: is it filled in a loop or from another list? Undefined for any other. */
function isGathered(list: t.Node, tree: Tree): boolean | undefined {
  const inner = bare(list);
  const binding = inner.type === 'Identifier' ? lookup(inner.name, inner as Node) : undefined;
  const init = binding?.kind === 'variable' && (binding.node as t.VariableDeclarator).init;
  const value = init ? bare(init) : undefined;
  if (!binding || value?.type !== 'ArrayExpression' || value.elements.length > 0) return undefined;
  return usesOf(tree, binding).some((use) => {
    const { up } = use;
    if (up?.type === 'AssignmentExpression' && up.left === use) return !isFixedList(up.right);
    const call = up && memberName(up) === 'push' ? up.up : undefined;
    if (call?.type !== 'CallExpression') return false;
    if (call.arguments.some((one) => one.type === 'SpreadElement')) return true;
    for (let out = call.up; out && out !== binding.scope; out = out.up)
      if (LOOPS.test(out.type) || (isFunction(out) && eachCall(out))) return true;
    return false;
  });
}

const isLong = (list: t.Node, loop: EachNode | undefined, tree: Tree): boolean =>
  (isGathered(list, tree) ?? !isFixedList(list)) &&
  !isObserved(list) &&
  !isChosenFiles(list) &&
  !isGrouped(list, loop, tree);

/** What a loop goes through. */
export const listOf = (node: Node): t.Node | undefined => {
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') return node.right;
  if (node.type === 'ForStatement') {
    const { test } = node;
    return test?.type === 'BinaryExpression' ? memberObject(bare(test.right)) : undefined;
  }
  const call = node.type === 'CallExpression' ? node : eachCall(node as FunctionNode);
  return call && memberObject(call.callee);
};

/** Does it stand in what a request to this server brings: `(await req.json()).items`, `req.body.items`? */
export function isGiven(node: t.Node | undefined, depth = 12): boolean {
  const inner = node && bare(node);
  if (!inner || depth === 0) return false;
  if (inner.type === 'Identifier') {
    const binding = lookup(inner.name, inner as Node);
    if (binding?.kind !== 'variable') return /^_?req(uest)?$/.test(inner.name);
    const { init } = binding.node as t.VariableDeclarator;
    if (init) return isGiven(init, depth - 1);
    const loop = binding.node.up?.up;
    return loop?.type === 'ForOfStatement' && isGiven(loop.right, depth - 1);
  }
  if (inner.type === 'LogicalExpression') return isGiven(inner.left, depth - 1);
  const from = inner.type === 'CallExpression' ? memberObject(inner.callee) : memberObject(inner);
  return isGiven(from, depth - 1);
}

/** Where a reader looks for it: the name of the method, or the loop's first line. */
export const repeatLine = (node: Node): number => {
  const call = node.type === 'CallExpression' ? node : eachCall(node as FunctionNode);
  const callee = call && bare(call.callee);
  if (callee?.type === 'MemberExpression' || callee?.type === 'OptionalMemberExpression') {
    return callee.property.loc?.start.line ?? 0;
  }
  return node.loc?.start.line ?? 0;
};
