import { readFile } from 'node:fs/promises';
import { glob, type Loader } from 'astro/loaders';
import type { Article } from './article.ts';
import { assertSound } from './inspect.ts';

/** Loads the articles and stops the build at a figure or a citation without a source, by file and line. */
export function articleLoader(): Loader {
  const files = glob({ base: './content/articles', pattern: '*.mdx' });
  return {
    name: 'articles',
    async load(context) {
      await files.load(context);
      for (const { filePath, data } of context.store.values()) {
        if (!filePath) continue;
        const text = await readFile(new URL(filePath, context.config.root), 'utf8');
        assertSound(filePath, text, data as Article);
      }
    },
  };
}
