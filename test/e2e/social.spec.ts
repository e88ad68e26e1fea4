import { expect, pages, test } from './fixture.ts';

test('every page has an image of its own size, at a full address, described in words', async ({
  page,
  request,
}) => {
  const seen = new Map<string, string>();
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    const read = await page.evaluate((text) => {
      const { head } = new DOMParser().parseFromString(text, 'text/html');
      const meta = (name: string) =>
        head
          .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
          ?.getAttribute('content');
      return {
        image: meta('og:image') ?? '',
        width: meta('og:image:width'),
        height: meta('og:image:height'),
        alt: meta('og:image:alt'),
        card: meta('twitter:card'),
        canonical: head.querySelector('link[rel="canonical"]')?.getAttribute('href'),
      };
    }, html);
    expect(read.card).toBe('summary_large_image');
    expect(read.alt).toMatch(/gives at about [\d,]+/);
    const { origin, pathname } = new URL(read.image);
    if (read.canonical) expect(new URL(read.canonical).origin).toBe(origin);
    seen.set(path, pathname);
    const image = await request.get(pathname);
    expect(image.headers()['content-type']).toBe('image/png');
    const bytes = await image.body();
    // Width and height stand in the first chunk of a PNG.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
      Number(read.width),
      Number(read.height),
    ]);
    expect(bytes.length).toBeLessThan(150_000);
  }
  const articles = [...seen].filter(([path]) => path.startsWith('/scaling-issues/'));
  expect(new Set(articles.map(([, image]) => image)).size).toBe(articles.length);
});
