import { type MdastNode, mdxToMdast } from 'satteri';

/** A place in an article that has to be mended, and how. */
export interface Finding {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly message: string;
}

/** The syntax tree of an article; positions count from the top of the file, frontmatter included. */
export const treeOf = (text: string): MdastNode =>
  mdxToMdast(text, { features: { gfm: true, frontmatter: true } });

export const childrenOf = (node: MdastNode): readonly MdastNode[] =>
  'children' in node ? node.children : [];

export const lineOf = (node: MdastNode): number => node.position?.start.line ?? 1;

/** Every node beneath `node` and itself, in the order of the text; not what lies under a node that `skip` names. */
export function* walk(
  node: MdastNode,
  skip: (node: MdastNode) => boolean = () => false,
): Generator<MdastNode> {
  yield node;
  if (skip(node)) return;
  for (const child of childrenOf(node)) yield* walk(child, skip);
}

/** Name of the component that the node stands for, or undefined. */
export const componentOf = (node: MdastNode): string | undefined =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
    ? (node.name ?? undefined)
    : undefined;

/** A string attribute of a component; undefined when it is absent or an expression. */
export function attributeOf(node: MdastNode, name: string): string | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const found = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

/** Nodes that begin a line or a cell of their own: their text does not run into what stands before. */
const APART = new Set(['paragraph', 'heading', 'tableCell', 'break']);

/** What is read aloud of a node: its text without code, formatting and components' own words. */
export function textOf(node: MdastNode, skip?: (node: MdastNode) => boolean): string {
  let text = '';
  for (const part of walk(node, skip)) {
    if (APART.has(part.type)) text += ' ';
    if (part.type === 'text') text += part.value;
  }
  return text.trim();
}
