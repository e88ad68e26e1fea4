import type { Graph } from 'schema-dts';
import { site } from '#src/site.ts';
import { absolute, graph, maker } from '#src/structured-data.ts';
import { asked } from './asked.ts';

/** schema.org data of the home page: who makes the site, how it is searched, and what people ask. */
export const structuredData: Graph = graph(
  {
    ...maker,
    legalName: site.legal.entity,
    contactPoint: {
      '@type': 'ContactPoint',
      contactType: 'customer support',
      email: site.contact.email,
      availableLanguage: site.language,
    },
  },
  {
    '@type': 'WebSite',
    name: site.name,
    url: absolute('/'),
    inLanguage: site.language,
    publisher: { '@id': maker['@id'] },
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${absolute('/search/')}?q={search_term_string}`,
      },
      // The name that Google reads; schema.org has no type for it.
      ...{ 'query-input': 'required name=search_term_string' },
    },
  },
  {
    '@type': 'FAQPage',
    mainEntity: asked.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  },
);
