import { expect, test } from 'vitest';
import { structuredData } from '#src/articles/structured-data.ts';
import { site } from '#src/site.ts';
import { scriptJson } from '#src/structured-data.ts';
import { frontmatter } from './sample.ts';

const span = { low: 1, likely: 2, high: 3 };
const card = { path: '/scaling-issues/', kind: 'Indexes', title: 'Grown', from: span, to: span };
const crumbs = [
  { name: 'Home', path: '/' },
  { name: 'Scaling issues', path: '/scaling-issues/' },
];

test('Search engines are told the article, its dates and the way to it, with full addresses', () => {
  const data = structuredData(frontmatter({ updated: new Date('2026-12-01') }), crumbs, 900, card);
  expect(data).toMatchObject({
    '@graph': [
      {
        '@type': 'Article',
        headline: 'The query that grew',
        datePublished: '2026-11-23',
        dateModified: '2026-12-01',
        wordCount: 900,
        image: { url: `${site.url}/social/scaling-issues.png`, width: '1200', height: '630' },
        mainEntityOfPage: `${site.url}/scaling-issues/`,
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { position: 1, name: 'Home', item: `${site.url}/` },
          { position: 2, name: 'Scaling issues', item: `${site.url}/scaling-issues/` },
        ],
      },
    ],
  });
});

test('Nothing in a text can end the script element that it stands in', () => {
  const json = scriptJson({ title: '</script><b>' });
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toEqual({ title: '</script><b>' });
});
