import type { Graph } from 'schema-dts';
import { site } from '#src/site.ts';
import { type Card, altOf, imageOf, SIZE } from '#src/social/card.ts';
import { absolute, graph, maker } from '#src/structured-data.ts';
import type { Article } from './article.ts';
import { isoDate } from './dates.ts';

export interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** schema.org data of an article: Article and BreadcrumbList. */
export const structuredData = (
  data: Article,
  crumbs: readonly Crumb[],
  words: number,
  card: Card,
): Graph =>
  graph(
    {
      '@type': 'Article',
      headline: data.title,
      description: data.description,
      image: {
        '@type': 'ImageObject',
        url: absolute(imageOf(card)),
        width: `${SIZE.width}`,
        height: `${SIZE.height}`,
        caption: altOf(card),
      },
      datePublished: isoDate(data.published),
      dateModified: isoDate(data.updated),
      inLanguage: site.language,
      wordCount: words,
      mainEntityOfPage: absolute(card.path),
      author: maker,
      publisher: maker,
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: crumbs.map(({ name, path }, place) => ({
        '@type': 'ListItem',
        position: place + 1,
        name,
        item: absolute(path),
      })),
    },
  );
