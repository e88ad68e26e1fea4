import rss from '@astrojs/rss';
import { allArticles } from '#src/articles/library.ts';
import { feedItems } from '#src/feed/items.ts';
import { site } from '#src/site.ts';
import { absolute } from '#src/structured-data.ts';

/** Every article with its whole text, for feed readers. */
export const GET = async () =>
  rss({
    title: site.name,
    description: 'Why AI-built apps give under load, and how to repair them, measured.',
    site: site.url,
    items: await feedItems(await allArticles()),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${site.language}</language><atom:link href="${absolute('/rss.xml')}" rel="self" type="application/rss+xml"/>`,
  });
