import mdx from '@astrojs/mdx/server.js';
import react from '@astrojs/react/server.js';
import type { RSSFeedItem } from '@astrojs/rss';
import { experimental_AstroContainer as Container } from 'astro/container';
import { citing } from '#src/articles/citations.ts';
import { type ArticleEntry, pathOf } from '#src/articles/library.ts';
import { absolute } from '#src/structured-data.ts';
import FeedArticle from './FeedArticle.astro';
import { plain } from './plain.ts';

/** The articles with their whole text, the newest first. */
export async function feedItems(articles: readonly ArticleEntry[]): Promise<RSSFeedItem[]> {
  const container = await Container.create();
  container.addServerRenderer({ name: 'astro:jsx', renderer: mdx });
  container.addServerRenderer({ name: '@astrojs/react', renderer: react });
  const items: RSSFeedItem[] = [];
  for (const entry of articles) {
    const { title, description, published, sources, name } = entry.data;
    const link = absolute(pathOf(entry));
    const html = await container.renderToString(FeedArticle, {
      props: { entry },
      locals: { cite: citing(sources) },
      request: new Request(link),
    });
    items.push({
      title,
      description,
      link,
      pubDate: published,
      categories: [name],
      content: plain(html, link),
    });
  }
  return items.sort((a, b) => Number(b.pubDate) - Number(a.pubDate));
}
