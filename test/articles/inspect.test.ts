import { expect, test } from 'vitest';
import { assertSound } from '#src/articles/inspect.ts';
import { frontmatter, listed } from './sample.ts';

const file = 'content/articles/x.mdx';

test('A sound article passes', () => {
  const text = '---\ntitle: x\n---\n\nIt took 171 ms.<Source id="a" />\n';
  expect(() => assertSound(file, text, frontmatter({ sources: [listed('a')] }))).not.toThrow();
});

test('A figure without a source stops the build with file and line', () => {
  const text = '---\ntitle: x\n---\n\nIt took 171 ms.\n';
  expect(() => assertSound(file, text, frontmatter())).toThrow(
    'content/articles/x.mdx:5  “171 ms”',
  );
});

test('A figure in the sentence beneath the title stops it too: no source can stand there', () => {
  const text = '---\ntitle: x\ndek: From 171 ms to nothing.\n---\n\nText.\n';
  expect(() => assertSound(file, text, frontmatter({ dek: 'From 171 ms to nothing.' }))).toThrow(
    'content/articles/x.mdx:3  “171 ms” in “dek”',
  );
});

test('Every finding is told at once', () => {
  const text = 'It took 171 ms.\n\nText.<Source id="a" />\n';
  expect(() => assertSound(file, text, frontmatter())).toThrow(
    /x\.mdx:1 .*171 ms[\s\S]*x\.mdx:3 .*“a”/,
  );
});

test('A measurement that does not exist stops the build with file and line', () => {
  const text = 'A query takes <Measured of="constants/query" />.\n\n<Measured of="index/none" />\n';
  expect(() => assertSound(file, text, frontmatter())).toThrow(/^.*\n\n.*x\.mdx:3 .*“none”.*\n$/);
});

test('A measured value speaks for the figures beside it', () => {
  const text = 'It takes <Measured of="constants/query" />, far from 171 ms.\n';
  expect(() => assertSound(file, text, frontmatter())).not.toThrow();
});
