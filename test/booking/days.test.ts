import { describe, expect, it } from 'vitest';
import { clock, daysOf, shortTime } from '#src/booking/days.ts';

const at = (...starts: string[]) => starts.map((start) => ({ start }));
const told = (starts: string[], zone: string) =>
  daysOf(at(...starts), zone).map((day) => [
    day.date,
    `${day.weekday} ${day.short}`,
    day.slots.map(({ start }) => clock(start, zone)),
  ]);

describe('free times by day', () => {
  const evening = ['2026-11-24T22:30:00Z', '2026-11-24T23:30:00Z'];

  it('belong to the day that they begin on where the visitor is', () => {
    expect(told(evening, 'Europe/Berlin')).toEqual([
      ['2026-11-24', 'Tue 24 Nov', ['23:30']],
      ['2026-11-25', 'Wed 25 Nov', ['00:30']],
    ]);
    expect(told(evening, 'America/New_York')).toEqual([
      ['2026-11-24', 'Tue 24 Nov', ['17:30', '18:30']],
    ]);
    expect(told(evening, 'Asia/Kolkata')).toEqual([
      ['2026-11-25', 'Wed 25 Nov', ['04:00', '05:00']],
    ]);
  });

  it('follow the clock when it is put back between two of them', () => {
    expect(told(['2026-10-23T07:00:00Z', '2026-10-26T07:00:00Z'], 'Europe/Berlin')).toEqual([
      ['2026-10-23', 'Fri 23 Oct', ['09:00']],
      ['2026-10-26', 'Mon 26 Oct', ['08:00']],
    ]);
  });

  it('are told in full and in short', () => {
    expect(daysOf(at('2026-11-24T09:00:00Z'), 'Europe/Berlin')[0]?.long).toBe(
      'Tuesday 24 November',
    );
    expect(shortTime('2026-11-24T09:00:00Z', 'Europe/Berlin')).toBe('Tue 24 Nov, 10:00');
    expect(shortTime('2026-11-24T23:00:00Z', 'Europe/Berlin')).toBe('Wed 25 Nov, 00:00');
  });

  it('are no days when there are none', () => {
    expect(daysOf([], 'UTC')).toEqual([]);
  });
});
