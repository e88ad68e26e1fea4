import type { Card } from '#src/social/card.ts';
import { gainOf } from './gain.ts';
import { type ArticleEntry, pathOf } from './library.ts';

/** The social image of an article: its title over what its repair brings. */
export const articleCard = (entry: ArticleEntry): Card => ({
  path: pathOf(entry),
  kind: entry.data.name,
  title: entry.data.title,
  ...gainOf(entry.data.repairs),
});
