import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Within a page that is searched, what would only disturb: numbers of citations, controls, tables of figures. */
const UNSEARCHED = [
  ...['.cite', '.code-bar', '.experiment-run', '.experiment-work', '.experiment-static'],
  ...['.method-constants', '.method-scroll', 'noscript'],
];

/** Files of Pagefind's own interface; ours is src/search/search.ts. */
const INTERFACE = /pagefind-(ui|modular-ui|component-ui|highlight|playground)/;

/** Answers of Pagefind carry their errors in a list. */
function checked<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}

async function indexPages(path: string): Promise<void> {
  const { index } = checked(await createIndex({ excludeSelectors: UNSEARCHED }));
  if (!index) throw new Error('Pagefind made no index.');
  const { page_count } = checked(await index.addDirectory({ path }));
  if (page_count === 0) throw new Error('The search found no page to index.');
  const { files } = checked(await index.getFiles());
  for (const file of files.filter((each) => !INTERFACE.test(each.path))) {
    const target = `${path}pagefind/${file.path}`;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
}

/** Indexes the built pages that say so (`searched` in Base.astro), so that the search needs no server. */
export function search(): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        try {
          await indexPages(fileURLToPath(dir));
        } finally {
          await close();
        }
      },
    },
  };
}
