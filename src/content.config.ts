import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { article } from '#src/articles/article.ts';
import { articleLoader } from '#src/articles/loader.ts';
import { ruleDocument } from '#src/scan/document.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: article }),
  scan: defineCollection({
    loader: glob({ base: './content/scan', pattern: '*.md' }),
    schema: ruleDocument,
  }),
};
