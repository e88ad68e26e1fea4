import { describe, expect, test } from 'vitest';
import { article } from '#src/articles/article.ts';
import { frontmatter, listed } from './sample.ts';

const takes = (value: object) => article.safeParse(value).success;

describe('The frontmatter of an article', () => {
  test('is taken when it is whole', () => {
    expect(takes(frontmatter({ sources: [listed('vendor')] }))).toBe(true);
  });

  test('may leave the area out, as the pillar does', () => {
    const { area: _, ...rest } = frontmatter();
    expect(takes(rest)).toBe(true);
  });

  test('refuses a key that nobody reads', () => {
    expect(takes({ ...frontmatter(), tags: ['speed'] })).toBe(false);
    expect(takes(frontmatter({ sources: [{ ...listed('vendor'), author: 'A' } as never] }))).toBe(
      false,
    );
  });

  test('refuses a title of more than 60 characters', () => {
    expect(takes(frontmatter({ title: 'a'.repeat(60) }))).toBe(true);
    expect(takes(frontmatter({ title: 'a'.repeat(61) }))).toBe(false);
  });

  test('refuses a description that search results would cut', () => {
    expect(takes(frontmatter({ description: 'a'.repeat(160) }))).toBe(true);
    expect(takes(frontmatter({ description: 'a'.repeat(161) }))).toBe(false);
  });

  test('refuses an area that the inspection does not have', () => {
    expect(takes(frontmatter({ area: 'magic' as never }))).toBe(false);
  });

  test.each(['2026', '2026-11', '2026-11-23'])('takes the date %s of a source', (date) => {
    expect(takes(frontmatter({ sources: [{ ...listed('vendor'), date }] }))).toBe(true);
  });

  test.each(['November 2026', '23.11.2026', 2026 as never])('refuses the date %s', (date) => {
    expect(takes(frontmatter({ sources: [{ ...listed('vendor'), date }] }))).toBe(false);
  });

  test('takes a source without an address when it is in print, never one without https', () => {
    const { url: _, ...printed } = listed('book');
    expect(takes(frontmatter({ sources: [printed] }))).toBe(true);
    expect(takes(frontmatter({ sources: [{ ...printed, url: 'http://vendor.example' }] }))).toBe(
      false,
    );
  });

  const [first, later, last] = ['2026-11-23', '2026-12-01', '2026-12-09'].map(
    (day) => new Date(day),
  );
  const changed = (...dates: (Date | undefined)[]) =>
    dates.map((date) => ({ date: date as Date, what: 'Measured anew.' }));

  test('takes a history that begins with the publication and ends with the last change', () => {
    expect(
      takes(frontmatter({ updated: last as Date, changes: changed(first, later, last) })),
    ).toBe(true);
  });

  test.each([
    ['is empty', []],
    ['begins after the publication', changed(later, last)],
    ['ends before the last change', changed(first, later)],
    ['is out of order', changed(first, last, later, last)],
  ])('refuses a history that %s', (_, changes) => {
    expect(takes(frontmatter({ updated: last as Date, changes }))).toBe(false);
  });

  test('refuses a repair that the report does not know', () => {
    expect(takes(frontmatter({ repairs: ['add-indexes'] }))).toBe(true);
    expect(takes(frontmatter({ repairs: ['add-magic' as never] }))).toBe(false);
  });
});
