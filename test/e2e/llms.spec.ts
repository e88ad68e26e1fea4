import { expect, pages, test } from './fixture.ts';

test('llms.txt names the site and every article, and each of its links is alive', async ({
  request,
}) => {
  const answer = await request.get('/llms.txt');
  expect(answer.headers()['content-type']).toMatch(/text\/plain/);
  const text = await answer.text();
  expect(text).toMatch(/^# \S+\n\n> \S/);
  const paths = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): \S/gm)].map(
    ([, url = '']) => new URL(url).pathname,
  );
  for (const path of pages.filter((each) => each.startsWith('/scaling-issues/'))) {
    expect(paths).toContain(path);
  }
  for (const path of paths) expect((await request.get(path)).ok(), path).toBe(true);
});
