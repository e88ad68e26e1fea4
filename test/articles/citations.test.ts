import { describe, expect, test } from 'vitest';
import { citing, miscited } from '#src/articles/citations.ts';
import { treeOf } from '#src/articles/tree.ts';
import { listed } from './sample.ts';

const cite = (...ids: string[]) =>
  treeOf(ids.map((id) => `Text.<Source id="${id}" />`).join('\n\n'));
const messages = (tree: ReturnType<typeof treeOf>, ...ids: string[]) =>
  miscited(tree, ids.map(listed)).map(({ line, message }) => `${line} ${message}`);

describe('The sources of an article', () => {
  test('are in order when each is cited and listed', () => {
    expect(messages(cite('a', 'b', 'a'), 'a', 'b')).toEqual([]);
  });

  test('miss one that is cited, by line', () => {
    expect(messages(cite('a', 'b'), 'a')).toEqual(['3 List the source “b” in the frontmatter']);
  });

  test('hold none that nothing cites', () => {
    expect(messages(cite('a'), 'a', 'b')).toEqual([
      '1 Nothing cites the source “b”: cite it or take it out',
    ]);
  });

  test('stand in the order of their citations, so that the numbers rise', () => {
    expect(messages(cite('b', 'a'), 'a', 'b')).toEqual([
      '1 List the sources in the order in which the text cites them: b, a',
    ]);
  });
});

describe('A citation', () => {
  test('has the number of its source, and the list leads back to the first', () => {
    const of = citing([listed('a'), listed('b')]);
    expect([of('a'), of('b'), of('a')].map(({ number, first }) => [number, first])).toEqual([
      [1, true],
      [2, true],
      [1, false],
    ]);
  });

  test('of what is not listed stops the build', () => {
    expect(() => citing([])('a')).toThrow('“a”');
  });
});
