import type { Article } from '#src/articles/article.ts';

/** Frontmatter that the schema takes, with what a test wants different. */
export const frontmatter = (change: Partial<Article> = {}): Article => ({
  title: 'The query that grew',
  description: 'What a database does for one row when it has no index, and how to give it one.',
  dek: 'Reading everything to find one thing.',
  name: 'Indexes',
  published: new Date('2026-11-23'),
  updated: new Date('2026-11-23'),
  changes: [{ date: new Date('2026-11-23'), what: 'First published.' }],
  order: 3,
  area: 'data',
  related: [],
  sources: [],
  ...change,
});

export const listed = (id: string) => ({
  id,
  title: 'Limits',
  publication: 'A vendor',
  url: 'https://vendor.example/limits',
  date: '2026-11',
});
