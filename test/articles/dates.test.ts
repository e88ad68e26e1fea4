import { expect, test } from 'vitest';
import { isoDate, longDate, partialDate } from '#src/articles/dates.ts';

test('A date is as exact as it is known', () => {
  expect(partialDate('2026')).toBe('2026');
  expect(partialDate('2026-09')).toBe('September 2026');
  expect(partialDate('2026-09-14')).toBe('14 September 2026');
});

test('A day stays the same day wherever the site is built', () => {
  const day = new Date('2026-11-23');
  expect(longDate(day)).toBe('23 November 2026');
  expect(isoDate(day)).toBe('2026-11-23');
});
