import type { Article } from './article.ts';
import { miscited } from './citations.ts';
import { figuresIn, unsourcedFigures } from './figures.ts';
import { mismeasured } from './measurements.ts';
import { type Finding, treeOf } from './tree.ts';

/** Sentences of the frontmatter; where they stand, no source can be shown beside them. */
const BARE = ['description', 'dek'] as const;

/** Everything that has to be mended before the article may be published, by line. */
function inspect(text: string, data: Article): Finding[] {
  const tree = treeOf(text);
  const lines = text.split('\n');
  const bare = BARE.flatMap((key) =>
    figuresIn(data[key]).map((figure) => ({
      line: lines.findIndex((line) => line.startsWith(`${key}:`)) + 1,
      message: `“${figure}” in “${key}” can show no source: move it into the text`,
    })),
  );
  return [
    ...bare,
    ...unsourcedFigures(tree),
    ...miscited(tree, data.sources),
    ...mismeasured(tree),
  ].sort((a, b) => a.line - b.line);
}

/** Throws with every finding as `file:line message`; returns when there is none. */
export function assertSound(file: string, text: string, data: Article): void {
  const findings = inspect(text, data);
  if (findings.length === 0) return;
  const list = findings.map(({ line, message }) => `${file}:${line}  ${message}`);
  throw new Error(`An article is not ready to publish.\n\n${list.join('\n')}\n`);
}
