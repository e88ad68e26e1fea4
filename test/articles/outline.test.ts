import { expect, test } from 'vitest';
import { outlineOf } from '#src/articles/outline.ts';

const heading = (depth: number, slug: string) => ({ depth, slug, text: slug });

test('Third-level headings are parts of the section above them; deeper ones are left out', () => {
  const outline = outlineOf([
    heading(2, 'why'),
    heading(2, 'how'),
    heading(3, 'indexes'),
    heading(4, 'detail'),
    heading(3, 'caching'),
    heading(2, 'result'),
  ]);
  expect(outline.map(({ slug, parts }) => [slug, parts.map((part) => part.slug)])).toEqual([
    ['why', []],
    ['how', ['indexes', 'caching']],
    ['result', []],
  ]);
});
