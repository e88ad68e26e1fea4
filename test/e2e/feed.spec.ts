import { expect, pages, test } from './fixture.ts';

const articles = pages.filter(
  (path) => path.startsWith('/scaling-issues/') && !path.endsWith('/experiments/'),
);

test('the feed holds every article whole, and nothing that runs', async ({ page, request }) => {
  const answer = await request.get('/rss.xml');
  expect(answer.headers()['content-type']).toMatch(/xml/);
  const feed = await page.evaluate(
    (xml) => {
      const tree = new DOMParser().parseFromString(xml, 'text/xml');
      const items = [...tree.querySelectorAll('item')].map((item) => {
        const of = (name: string) => item.getElementsByTagName(name)[0]?.textContent ?? '';
        const body = new DOMParser().parseFromString(of('content:encoded'), 'text/html');
        return {
          path: new URL(of('link')).pathname,
          date: of('pubDate'),
          title: of('title'),
          html: of('content:encoded'),
          headings: [...body.querySelectorAll('h2, h3')].map((h) => h.textContent?.trim() ?? ''),
          code: [...body.querySelectorAll('pre')].map((pre) => pre.textContent?.trim() ?? ''),
          words: body.body.textContent?.split(/\s+/).length ?? 0,
          links: [...body.querySelectorAll('[href], [src]')].map(
            (part) => part.getAttribute('href') ?? part.getAttribute('src') ?? '',
          ),
        };
      });
      return { broken: tree.querySelector('parsererror')?.textContent, items };
    },
    await answer.text(),
  );

  expect(feed.broken).toBeUndefined();
  expect(feed.items.map(({ path }) => path).toSorted()).toEqual(articles.toSorted());
  for (const { path, title, html, links, headings, code, words, date } of feed.items) {
    expect(Number.isNaN(Date.parse(date))).toBe(false);
    expect(html).not.toMatch(/<(script|style|button|input|svg|iframe)|\son\w+=|class=/i);
    for (const link of links) expect(link).toMatch(/^(https:|mailto:)/);

    await page.goto(path);
    const prose = page.locator('.prose');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(title.slice(0, 20));
    const shown = await prose.evaluate((part) => {
      const outside = (each: Element) => !each.closest('.experiment');
      const texts = (selector: string) =>
        [...part.querySelectorAll(selector)]
          .filter(outside)
          .map((each) => each.textContent?.trim() ?? '');
      return { headings: texts('h2, h3'), code: texts('pre') };
    });
    expect(headings.filter((heading) => heading !== 'Sources')).toEqual(shown.headings);
    expect(code).toEqual(shown.code);
    expect(words).toBeGreaterThan(400);
  }
});

test('a feed reader that is given any page finds the feed', async ({ page }) => {
  await page.goto('/');
  const feed = page.locator('link[rel="alternate"][type="application/rss+xml"]');
  expect((await page.request.get((await feed.getAttribute('href')) ?? '')).ok()).toBe(true);
});
