import { expect, test } from 'vitest';
import { tellTime, timeLine } from '#src/booking/time.ts';

const told = (start: string, zone: string) => {
  const end = new Date(Date.parse(start) + 1_800_000).toISOString();
  return timeLine(start, end, zone);
};

test.each([
  [
    '2026-12-01T09:00:00Z',
    'Europe/Berlin',
    'Tuesday 1 December 2026, 10:00 to 10:30 (Berlin time, GMT+1)',
  ],
  [
    '2026-07-01T08:00:00Z',
    'Europe/Berlin',
    'Wednesday 1 July 2026, 10:00 to 10:30 (Berlin time, GMT+2)',
  ],
  [
    '2026-12-01T23:45:00Z',
    'Asia/Kolkata',
    'Wednesday 2 December 2026, 05:15 to 05:45 (Kolkata time, GMT+5:30)',
  ],
  [
    '2026-12-01T00:00:00Z',
    'America/Argentina/Buenos_Aires',
    'Monday 30 November 2026, 21:00 to 21:30 (Buenos Aires time, GMT-3)',
  ],
  ['2026-12-01T00:00:00Z', 'UTC', 'Tuesday 1 December 2026, 00:00 to 00:30 (UTC, GMT)'],
])('%s in %s is told with its day, its clock and its zone', (start, zone, expected) => {
  expect(told(start, zone)).toBe(expected);
});

test('the offset is the one of that day, on both sides of a change of the clocks', () => {
  const zone = (start: string) => tellTime(start, start, 'Europe/Berlin').zone;
  expect(zone('2026-03-28T12:00:00Z')).toBe('Berlin time, GMT+1');
  expect(zone('2026-03-29T12:00:00Z')).toBe('Berlin time, GMT+2');
  expect(zone('2026-10-24T12:00:00Z')).toBe('Berlin time, GMT+2');
  expect(zone('2026-10-25T12:00:00Z')).toBe('Berlin time, GMT+1');
});
