import type * as t from '@babel/types';
import { bodiesOf } from './bodies.ts';
import { drizzleTables } from './drizzle-schema.ts';
import { derivationsOf, givenOf, returnsOf } from './derived.ts';
import { isOnServer } from '#src/scan/staff.ts';
import type { Facts } from './facts.ts';
import { importsOf } from './imports.ts';
import { channelsOf, pollsOf } from './live.ts';
import { functionIn, functionOf } from './names.ts';
import { mentionsOf } from './mentions.ts';
import { queriesOf } from './queries.ts';
import { Rows } from './rows.ts';
import { setupOf } from './setup.ts';
import { slowCalls } from './slow.ts';
import {
  type FunctionNode,
  isFunction,
  keyOf,
  lookup,
  type Node,
  type Tree,
  treeOf,
} from './tree.ts';
import { bare, madeBy } from './value.ts';

function placeOf(path: string, tree: Tree): Facts['place'] {
  if (tree.directives.includes('use client')) return 'browser';
  if (tree.directives.includes('use server') || isOnServer(path)) return 'server';
  // In Next.js a page is rendered on the server unless it says otherwise.
  if (/(^|\/)app\/(.*\/)?(page|layout)\.[jt]sx$/.test(path)) return 'server';
  return 'browser';
}

/** Functions that other files can reach, by the name that they use: `list`, `api.list`, `default`. */
function exportedFunctions(tree: Tree): Map<string, FunctionNode> {
  const found = new Map<string, FunctionNode>();
  for (const [name, what] of tree.exports) {
    const binding = typeof what === 'string' ? lookup(what, tree.root) : undefined;
    const own =
      typeof what === 'string' ? functionOf(binding) : isFunction(what) ? what : undefined;
    if (own) found.set(name, own);
    const value = binding?.kind === 'variable' && (binding.node as t.VariableDeclarator).init;
    const holder = binding?.kind === 'class' ? binding.node : value ? bare(value) : own;
    for (const member of membersOf(holder)) {
      const method = functionOf(binding, member);
      if (method) found.set(`${name}.${member}`, method);
    }
  }
  return found;
}

function membersOf(node: t.Node | undefined): string[] {
  if (node?.type === 'ObjectExpression') {
    return node.properties.flatMap((one) =>
      one.type === 'SpreadElement' ? [] : (keyOf(one) ?? []),
    );
  }
  if (node?.type === 'NewExpression' && node.callee.type === 'Identifier') {
    return membersOf(lookup(node.callee.name, node as Node)?.node);
  }
  if (isFunction(node) || node?.type === 'CallExpression')
    return madeBy(functionIn(node)).flatMap(membersOf);
  if (node?.type !== 'ClassDeclaration' && node?.type !== 'ClassExpression') return [];
  return node.body.body.flatMap((one) =>
    one.type === 'ClassMethod' || one.type === 'ClassProperty' ? (keyOf(one) ?? []) : [],
  );
}

/** `export { a } from './b'`, `export * as a from './b'`, by the name under which it is passed on. */
function passedOn(tree: Tree) {
  return (tree.root as t.Program).body.flatMap((node) => {
    const source = node.type === 'ExportNamedDeclaration' && node.source?.value;
    if (!source) return [];
    return node.specifiers.map((one): [string, { source: string; name: string }] => [
      'name' in one.exported ? one.exported.name : one.exported.value,
      { source, name: one.type === 'ExportSpecifier' ? one.local.name : '*' },
    ]);
  });
}

/** `export * from './b'` */
const starsOf = (tree: Tree): string[] =>
  (tree.root as t.Program).body.flatMap((node) =>
    node.type === 'ExportAllDeclaration' ? node.source.value : [],
  );

/**
 * Reads one file of TypeScript or JavaScript: parsed once, walked once, then let go.
 * @throws {SyntaxError} when it cannot be read at all.
 */
export function readCode(path: string, text: string): Facts {
  const tree = treeOf(path, text);
  const found = queriesOf(tree);
  const slow = slowCalls(tree);
  const rows = new Rows(tree, found);
  const { bodies, places } = bodiesOf(
    tree,
    found,
    slow.map(({ node, fact }) => ({ node, line: fact.line })),
    rows,
  );
  const functions = exportedFunctions(tree);
  const { units, names, used } = mentionsOf(tree);
  return {
    path,
    lines: text.split('\n').length,
    place: placeOf(path, tree),
    queries: found.map(({ query }) => query),
    bodies,
    exports: Object.fromEntries([...functions].map(([name, fn]) => [name, places.get(fn) ?? 0])),
    imports: importsOf(tree, used, /\.[cm]?tsx?$/.test(path)),
    units,
    names: new Map([...names, ...passedOn(tree)]),
    stars: starsOf(tree),
    returns: Object.fromEntries([...functions].map(([name, fn]) => [name, returnsOf(fn, rows)])),
    given: givenOf(tree, rows, places),
    derivations: derivationsOf(tree, rows),
    polls: pollsOf(tree, places),
    channels: channelsOf(tree),
    slow: slow.map(({ fact }) => fact),
    tables: drizzleTables(tree, path),
    setup: setupOf(tree, (name, from) => lookup(name, from)?.from?.source),
  };
}
