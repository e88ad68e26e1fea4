import { expect, test } from 'vitest';
import { isAbout, sectionsOf, told } from '#src/search/words.ts';

test('the count is told in a sentence, one page as one', () => {
  expect(told('index', 1)).toBe('One page about “index”.');
  expect(told('index', 12)).toBe('12 pages about “index”.');
});

test('a search without a result says what to do', () => {
  expect(told('zebra', 0)).toBe('Nothing about “zebra”. Try one word of it, or another word.');
});

test('beneath a page stand the sections in which it was found, three at most, never itself', () => {
  const at = (url: string) => ({ title: url, url });
  const page = '/scaling-issues/';
  expect(
    sectionsOf(page, [page, '/scaling-issues/#cdn', '#b', '#c', '#d'].map(at)).map(
      ({ url }) => url,
    ),
  ).toEqual(['/scaling-issues/#cdn', '#b', '#c']);
});

test('a page is about a word that it has in any form, in its text or its title', () => {
  expect(isAbout('connections', 'Slots', 'a <mark>connection</mark> is')).toBe(true);
  expect(isAbout('RLS', 'Rows', 'no (<mark>rls</mark>) here')).toBe(true);
  expect(isAbout('caching', 'Caching in the browser', 'asked again')).toBe(true);
});

test('a page that shares but the first letters is not', () => {
  expect(isAbout('xylophonist', 'Slots', 'from pg_index <mark>x</mark> join')).toBe(false);
  expect(isAbout('  ', 'Slots', 'no')).toBe(false);
});
