import type * as t from '@babel/types';
import type { Node, Tree } from './tree.ts';

/** Does it only name types, which are gone when the app runs? */
const isOfTypes = (node: t.ImportDeclaration): boolean =>
  node.importKind === 'type' ||
  (node.specifiers.length > 0 &&
    node.specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type'));

/**
 * What this file brings in of others at once.
 * @param used import declarations of which a name is used
 * @param typed whether it is TypeScript, which lets go of the others
 */
export function importsOf(tree: Tree, used: ReadonlySet<Node>, typed: boolean): string[] {
  const sources = (tree.root as t.Program).body.flatMap((node): string[] => {
    if (node.type === 'ImportDeclaration') {
      const isGone =
        isOfTypes(node) || (typed && node.specifiers.length > 0 && !used.has(node as Node));
      return isGone ? [] : [node.source.value];
    }
    if (node.type !== 'ExportNamedDeclaration' && node.type !== 'ExportAllDeclaration') return [];
    return node.source && node.exportKind !== 'type' ? [node.source.value] : [];
  });
  return [...new Set(sources)];
}
