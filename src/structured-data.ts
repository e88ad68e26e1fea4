import type { Graph, Organization, Thing } from 'schema-dts';
import { site } from './site.ts';

/** The full address of a path on this site. */
export const absolute = (path: string): string => new URL(path, site.url).href;

/** Who makes the site, as an article names it: complete enough to stand alone. */
export const maker = {
  '@type': 'Organization',
  '@id': absolute('/#organization'),
  name: site.name,
  url: absolute('/'),
  logo: absolute('/apple-touch-icon.png'),
} as const satisfies Organization;

/** Several things of one page as one graph. */
export const graph = (...things: readonly Thing[]): Graph => ({
  '@context': 'https://schema.org',
  '@graph': things,
});

/** JSON that can stand in a script element: no `<` can end it. */
export const scriptJson = (value: object): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c');
