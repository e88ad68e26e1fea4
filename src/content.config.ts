import { defineCollection } from 'astro:content';
import { article } from '#src/articles/article.ts';
import { articleLoader } from '#src/articles/loader.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: article }),
};
