import type * as t from '@babel/types';
import type { CallNode } from './tree.ts';
import { bare, constant, memberName, property, textOf } from './value.ts';

const isForm = (node: t.Node | undefined): boolean => {
  const value = node?.type === 'Identifier' ? constant(node) : node;
  return (
    value?.type === 'NewExpression' &&
    value.callee.type === 'Identifier' &&
    value.callee.name === 'FormData'
  );
};

/** Sends a file that somebody chose: by a function for that, in a form, or as it came in one. */
export const isUpload = ({ arguments: given }: CallNode, name = ''): boolean =>
  /^upload/i.test(name) ||
  (name === 'append' && /^(file|image|photo|video|audio)s?\b/i.test(textOf(given[0]) ?? '')) ||
  given.some(
    (one) =>
      isForm(one) ||
      isForm(property(one, 'body')) ||
      /^(buffer|originalname)$/.test(memberName(bare(one)) ?? ''),
  );
