import { type CollectionEntry, getCollection } from 'astro:content';
import type { Crumb } from './structured-data.ts';

export type ArticleEntry = CollectionEntry<'articles'>;

/** The article that the others hang beneath. */
export const PILLAR = 'scaling-issues';

/** Place on the pillar's page that lists every article. */
export const HUB = 'all-articles';

/** Address of an article on this site. */
export const pathOf = ({ id }: Pick<ArticleEntry, 'id'>): string =>
  id === PILLAR ? `/${PILLAR}/` : `/${PILLAR}/${id}/`;

async function inOrder(): Promise<readonly ArticleEntry[]> {
  const entries = await getCollection('articles');
  return entries.sort((a, b) => a.data.order - b.data.order);
}

let built: Promise<readonly ArticleEntry[]> | undefined;

/**
 * Every article, the pillar first. A build reads them once: each page asks for all of them, and copying
 * a thousand for each of a thousand pages would take longer than everything else.
 */
export function allArticles(): Promise<readonly ArticleEntry[]> {
  if (import.meta.env.DEV) return inOrder();
  built ??= inOrder();
  return built;
}

/** What an article names to be read next, in its own order. Throws on a slug that no article has. */
export async function relatedTo(entry: ArticleEntry): Promise<ArticleEntry[]> {
  const all = await allArticles();
  return entry.data.related.map((slug) => {
    const found = all.find(({ id }) => id === slug);
    if (!found)
      throw new Error(`${entry.id} names “${slug}” as related; there is no such article.`);
    return found;
  });
}

/** The way from the home page to an article, itself included. */
export async function crumbsTo(entry: ArticleEntry): Promise<Crumb[]> {
  const crumb = (at: ArticleEntry): Crumb => ({ name: at.data.name, path: pathOf(at) });
  const above = entry.id === PILLAR ? [] : (await allArticles()).filter(({ id }) => id === PILLAR);
  return [{ name: 'Home', path: '/' }, ...above.map(crumb), crumb(entry)];
}
