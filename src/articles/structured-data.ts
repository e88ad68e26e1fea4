import { site } from '#src/site.ts';
import type { Article } from './article.ts';
import { isoDate } from './dates.ts';

export interface Crumb {
  readonly name: string;
  readonly path: string;
}

const absolute = (path: string) => new URL(path, site.url).href;

/** schema.org data of an article: Article and BreadcrumbList. */
export function structuredData(data: Article, crumbs: readonly Crumb[], words: number): object {
  const path = crumbs.at(-1)?.path ?? '/';
  const maker = { '@type': 'Organization', name: site.name, url: absolute('/') };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Article',
        headline: data.title,
        description: data.description,
        datePublished: isoDate(data.published),
        dateModified: isoDate(data.updated),
        inLanguage: site.language,
        wordCount: words,
        mainEntityOfPage: absolute(path),
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
    ],
  };
}

/** JSON that can stand in a script element: no `<` can end it. */
export const scriptJson = (value: object): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c');
