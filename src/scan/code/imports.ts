import type * as t from '@babel/types';
import type { Tree } from './tree.ts';
import { textOf } from './value.ts';

/** Does it only name types, which are gone when the app runs? */
const isOfTypes = (node: t.ImportDeclaration): boolean =>
  node.importKind === 'type' ||
  (node.specifiers.length > 0 &&
    node.specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type'));

const sourceOf = (node: t.Node): string[] => {
  if (node.type === 'ImportDeclaration') return isOfTypes(node) ? [] : [node.source.value];
  if (node.type === 'ExportAllDeclaration') return [node.source.value];
  return node.type === 'ExportNamedDeclaration' && node.source ? [node.source.value] : [];
};

/** What this file brings in of others, at once or when it is needed. */
export function importsOf(tree: Tree): string[] {
  const loaded = tree.calls.flatMap(({ callee, arguments: [first] }) =>
    callee.type === 'Import' || (callee.type === 'Identifier' && callee.name === 'require')
      ? (textOf(first) ?? [])
      : [],
  );
  return [...new Set([...(tree.root as t.Program).body.flatMap(sourceOf), ...loaded])];
}
