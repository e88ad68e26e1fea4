import type * as t from '@babel/types';
import type { Derivation, Given, Origin } from './facts.ts';
import { calleeOf, functionOf } from './names.ts';
import { type Rows, unique } from './rows.ts';
import {
  type FunctionNode,
  isFunction,
  keyOf,
  lineOf,
  lookup,
  type Node,
  type Tree,
} from './tree.ts';
import { bare, memberName, memberObject } from './value.ts';

/** `rows.map((row) => row.author_id)`: keys to ask for the rows that belong to these. */
function mapsToKey(node: t.Node): boolean {
  const call = node as t.CallExpression;
  const fn = call.arguments[0];
  const body = isFunction(fn) ? bare(fn.body) : undefined;
  if (memberName(call.callee) === 'filter') {
    const object = memberObject(call.callee);
    return object?.type === 'CallExpression' && mapsToKey(object);
  }
  return body !== undefined && /(^|_)id$|Id$/.test(memberName(body) ?? '');
}

const HOW: Readonly<Record<string, Derivation['how']>> = {
  filter: 'filter',
  sort: 'sort',
  toSorted: 'sort',
  reduce: 'reduce',
};

/** Taking one entry out after a change, leaving out the empty, and building a table to look up in. */
function isTrivial(
  how: Derivation['how'],
  { arguments: args }: t.CallExpression | t.OptionalCallExpression,
): boolean {
  const [first, second] = args;
  if (how === 'filter') {
    if (first?.type === 'Identifier' && first.name === 'Boolean') return true;
    const test = isFunction(first) ? bare(first.body) : undefined;
    if (test?.type !== 'BinaryExpression' || !/^!==?$/.test(test.operator)) return false;
    return [test.left, test.right].some((side) => memberName(bare(side)) === 'id');
  }
  if (how !== 'reduce' || !second) return false;
  const initial = bare(second);
  return (
    initial.type === 'ObjectExpression' ||
    initial.type === 'NewExpression' ||
    initial.type === 'ArrayExpression'
  );
}

function methods(tree: Tree, rows: Rows): Derivation[] {
  return tree.calls.flatMap((call) => {
    const how = HOW[memberName(call.callee) ?? ''];
    const object = memberObject(call.callee);
    if (!how || !object || isTrivial(how, call)) return [];
    const of = unique(rows.of(object));
    const callee = bare(call.callee) as t.MemberExpression;
    return of.length > 0 ? [{ line: lineOf(callee.property), how, of }] : [];
  });
}

/** `new Set(rows.map(…))`: the different values of a column. */
function sets(tree: Tree, rows: Rows): Derivation[] {
  return tree.news.flatMap((node) => {
    const [first] = node.arguments;
    const inner = first && bare(first);
    if (node.callee.type !== 'Identifier' || node.callee.name !== 'Set') return [];
    if (inner?.type !== 'CallExpression' && inner?.type !== 'OptionalCallExpression') return [];
    const up = node.up;
    const listed =
      up?.type === 'SpreadElement' ||
      (up?.type === 'CallExpression' && memberName(up.callee) === 'from');
    const of = listed && !mapsToKey(inner) ? unique(rows.of(inner)) : [];
    return of.length > 0 ? [{ line: lineOf(node), how: 'distinct' as const, of }] : [];
  });
}

/** Where rows are filtered, sorted or added up after they were read. */
export const derivationsOf = (tree: Tree, rows: Rows): Derivation[] => [
  ...methods(tree, rows),
  ...sets(tree, rows),
];

/** Rows that are handed to components. */
export function givenOf(tree: Tree, rows: Rows, places: ReadonlyMap<Node, number>): Given[] {
  return tree.elements.flatMap((element) => {
    if (element.name.type !== 'JSXIdentifier' || !/^[A-Z]/.test(element.name.name)) return [];
    const binding = lookup(element.name.name, element);
    const to = calleeOf(binding?.from ?? functionOf(binding), places);
    if (!to) return [];
    return element.attributes.flatMap((one): Given[] => {
      if (one.type !== 'JSXAttribute' || one.value?.type !== 'JSXExpressionContainer') return [];
      const of = unique(rows.of(one.value.expression));
      const prop = one.name.type === 'JSXIdentifier' ? one.name.name : '';
      return of.length > 0 ? [{ to, prop, of }] : [];
    });
  });
}

/** What an exported function gives back, by property. */
export function returnsOf(fn: FunctionNode, rows: Rows): Record<string, Origin[]> {
  const found: Record<string, Origin[]> = {};
  const note = (path: string, of: Origin[]) => {
    if (of.length > 0) found[path] = unique([...(found[path] ?? []), ...of]);
  };
  for (const result of rows.resultsOf(fn)) {
    const inner = bare(result);
    note('', rows.of(inner));
    note('data', rows.of(inner, ['data']));
    if (inner.type !== 'ObjectExpression') continue;
    for (const one of inner.properties) {
      const name = one.type === 'ObjectProperty' ? keyOf(one) : undefined;
      if (one.type === 'ObjectProperty' && name) note(name, rows.of(one.value));
    }
  }
  return found;
}
