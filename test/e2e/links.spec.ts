import { expect, pages, test } from './fixture.ts';

test('no internal link is dead, and every anchor that is linked to exists', async ({ request }) => {
  const html = new Map<string, string>();
  const load = async (path: string) => {
    const known = html.get(path);
    if (known !== undefined) return known;
    const answer = await request.get(path, { maxRedirects: 0 });
    const text = answer.ok() ? await answer.text() : '';
    html.set(path, text);
    return text;
  };
  const dead: string[] = [];
  for (const page of pages) {
    const links = [...(await load(page)).matchAll(/<(?:a|link)\b[^>]*?\shref="([^"]+)"/g)];
    for (const [, href = ''] of links) {
      const url = new URL(href.replaceAll('&amp;', '&'), `http://localhost${page}`);
      if (url.host !== 'localhost') continue;
      const target = await load(url.pathname);
      const anchor = decodeURIComponent(url.hash.slice(1));
      // The fragment of a report holds its answers, not a place on the page.
      const isPlace = anchor !== '' && !anchor.includes('=');
      if (target === '' || (isPlace && !target.includes(`id="${anchor}"`)))
        dead.push(`${page} → ${href}`);
    }
  }
  expect(dead).toEqual([]);
  expect(html.size).toBeGreaterThan(pages.length);
});

test('an article fetches no JavaScript and holds less than a kilobyte of it', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto('/scaling-issues/');
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual([]);
  const inline = page.locator('script:not([type="application/ld+json"])');
  expect((await inline.allTextContents()).join('').length).toBeLessThan(1000);
});
