import { allArticles, pathOf } from '#src/articles/library.ts';
import { isoDate } from '#src/articles/dates.ts';
import { site } from '#src/site.ts';
import { introduced } from '#src/social/pages.ts';
import { absolute } from '#src/structured-data.ts';

const link = (title: string, path: string, line: string) =>
  `- [${title}](${absolute(path)}): ${line}`;

/** What stands where on this site, for programs that read it (llmstxt.org). */
export const GET = async () => {
  const articles = (await allArticles()).map((entry) => {
    const { title, description, updated } = entry.data;
    return link(title, pathOf(entry), `${description} Last changed ${isoDate(updated)}.`);
  });
  // A report is one visitor's; there is nothing in it without the answers in its link.
  const pages = introduced.filter(({ path }) => path !== '/report/');
  const text = [
    `# ${site.name}`,
    '> How many people can use an AI-built app at once before it gives, what gives first, and what each repair buys. Every figure is measured here, computed by a published model, or carries its source and date.',
    '## Articles',
    articles.join('\n'),
    '## Pages',
    pages.map(({ title, path, line }) => link(title, path, `${line}.`)).join('\n'),
    '## Optional',
    link('All articles, whole, as RSS', '/rss.xml', 'The full text of every article in one file.'),
  ].join('\n\n');
  return new Response(`${text}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
