import { describe, expect, test } from 'vitest';
import { figuresIn, unsourcedFigures } from '#src/articles/figures.ts';
import { treeOf } from '#src/articles/tree.ts';

const unsourced = (text: string) => unsourcedFigures(treeOf(text));

describe('A figure', () => {
  test.each([
    ['It took 171 ms.', '171 ms'],
    ['It took 171\u00a0ms.', '171\u00a0ms'],
    ['a 1.6 Mbps line', '1.6 Mbps'],
    ['97% faster', '97%'],
    ['97 % faster', '97 %'],
    ['It costs $25 a month', '$25'],
    ['1,000 requests', '1,000 requests'],
    ['a wait of ten seconds', 'ten seconds'],
    ['a five-second call', 'five-second'],
    ['60 connections', '60 connections'],
    ['a 2-core machine', '2-core'],
  ])('is found in “%s”', (text, figure) => {
    expect(figuresIn(text)).toEqual([figure]);
  });

  test.each([
    'PostgreSQL 15 and port 6543',
    'In 2026, on page 3',
    'twenty rows of a hundred thousand',
    'one request for each entry',
    'CVE-2025-48757',
  ])('is not seen in “%s”', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });
});

describe('A figure needs a source', () => {
  test('in its own paragraph, and the finding names the line of the file', () => {
    const text = `---\ntitle: x\n---\n\nFine.\n\nIt took 171 ms.\n\nElsewhere.<Source id="a" />\n`;
    expect(unsourced(text)).toEqual([
      { line: 7, message: expect.stringContaining('“171 ms” has no source in its paragraph') },
    ]);
  });

  test('which speaks for the whole paragraph', () => {
    expect(unsourced('It took 171 ms.<Source id="a" /> That is 0.2 s.')).toEqual([]);
  });

  test('for each entry of a list', () => {
    const text = '- It took 171 ms.<Source id="a" />\n- It took 9 ms.\n';
    expect(unsourced(text).map(({ line }) => line)).toEqual([2]);
  });

  test('in its row of a table, or in the head for all rows', () => {
    const row = '| what | time |\n| - | - |\n| a | 9 ms <Source id="a" /> |\n| b | 8 ms |\n';
    expect(unsourced(row).map(({ line }) => line)).toEqual([4]);
    const head = '| what | time <Source id="a" /> |\n| - | - |\n| a | 9 ms |\n| b | 8 ms |\n';
    expect(unsourced(head)).toEqual([]);
  });

  test('within a callout too', () => {
    expect(unsourced('<KeyIssue>\n\nIt took 171 ms.\n\n</KeyIssue>\n')).toHaveLength(1);
  });

  test('unless the text itself sets it', () => {
    expect(unsourced('Keep it for <Given>five minutes</Given>.')).toEqual([]);
    expect(unsourced('Keep it for <Given>five minutes</Given>, not 9 ms.')).toHaveLength(1);
  });

  test('unless it is code', () => {
    expect(unsourced('Set `max-age=300 s`.\n\n```\nsleep 10 s\n```\n')).toEqual([]);
  });
});
