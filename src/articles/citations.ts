import type { MdastNode } from 'satteri';
import type { ArticleSource } from './article.ts';
import { attributeOf, componentOf, type Finding, lineOf, walk } from './tree.ts';

/** Citations of what is not listed, listed sources that nothing cites, and sources out of order. */
export function miscited(tree: MdastNode, sources: readonly ArticleSource[]): Finding[] {
  const findings: Finding[] = [];
  const cited = new Map<string, number>();
  for (const node of walk(tree)) {
    if (componentOf(node) !== 'Source') continue;
    const id = attributeOf(node, 'id');
    if (id === undefined || !sources.some((source) => source.id === id)) {
      findings.push({ line: lineOf(node), message: `List the source “${id}” in the frontmatter` });
    } else if (!cited.has(id)) {
      cited.set(id, lineOf(node));
    }
  }
  for (const { id } of sources) {
    if (!cited.has(id)) {
      findings.push({
        line: 1,
        message: `Nothing cites the source “${id}”: cite it or take it out`,
      });
    }
  }
  const listed = sources.map(({ id }) => id).filter((id) => cited.has(id));
  const misplaced = [...cited.keys()].find((id, place) => listed[place] !== id);
  if (misplaced !== undefined) {
    findings.push({
      line: cited.get(misplaced) ?? 1,
      message: `List the sources in the order in which the text cites them: ${[...cited.keys()].join(', ')}`,
    });
  }
  return findings;
}

export interface Citation {
  readonly source: ArticleSource;
  /** Its number in the list at the end, from 1. */
  readonly number: number;
  /** The first citation of the source: the one that the list leads back to. */
  readonly first: boolean;
}

/** Numbers the citations of one page as it is rendered. */
export function citing(sources: readonly ArticleSource[]): (id: string) => Citation {
  const seen = new Set<string>();
  return (id) => {
    const place = sources.findIndex((source) => source.id === id);
    const source = sources[place];
    if (!source) throw new Error(`The article cites “${id}”, which its frontmatter does not list.`);
    const first = !seen.has(id);
    seen.add(id);
    return { source, number: place + 1, first };
  };
}
