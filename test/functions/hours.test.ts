import { describe, expect, test } from 'vitest';
import { type CallHours, offered } from '#functions/calendar/hours.ts';

const call: CallHours = {
  minutes: 30,
  timeZone: 'Europe/Berlin',
  hours: { 1: [['09:00', '10:30']], 5: [['09:00', '10:00']], 7: [['01:00', '04:00']] },
  noticeHours: 4,
  horizonDays: 14,
};

const starts = (now: string, over: Partial<CallHours> = {}) =>
  offered({ ...call, ...over }, new Date(now)).map(({ start }) => new Date(start).toISOString());

const clock = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  });
  return (start: string) => format.format(new Date(start));
};

test('the working hours are cut into calls, and a rest too short for one is left over', () => {
  expect(starts('2026-11-23T00:00:00Z', { horizonDays: 1, minutes: 40 })).toEqual([
    '2026-11-23T08:00:00.000Z',
    '2026-11-23T08:40:00.000Z',
  ]);
});

test('nothing is offered before the notice has passed or beyond the horizon', () => {
  expect(starts('2026-11-23T04:30:00Z', { horizonDays: 7 })).toEqual([
    '2026-11-23T08:30:00.000Z',
    '2026-11-23T09:00:00.000Z',
    '2026-11-27T08:00:00.000Z',
    '2026-11-27T08:30:00.000Z',
    '2026-11-29T00:00:00.000Z',
    '2026-11-29T00:30:00.000Z',
    '2026-11-29T01:00:00.000Z',
    '2026-11-29T01:30:00.000Z',
    '2026-11-29T02:00:00.000Z',
    '2026-11-29T02:30:00.000Z',
  ]);
});

describe('when the clocks change', () => {
  test.each([
    ['spring', '2026-03-26T00:00:00Z', ['2026-03-27T08:00:00.000Z', '2026-03-30T07:00:00.000Z']],
    ['autumn', '2026-10-22T00:00:00Z', ['2026-10-23T07:00:00.000Z', '2026-10-26T08:00:00.000Z']],
  ])('in %s, nine o’clock stays nine o’clock in Berlin', (_, now, expected) => {
    const weekdays = starts(now, {
      horizonDays: 6,
      hours: { 1: [['09:00', '09:30']], 5: [['09:00', '09:30']] },
    });
    expect(weekdays).toEqual(expected);
    expect(weekdays.map(clock('Europe/Berlin'))).toEqual(['Fri 09:00', 'Mon 09:00']);
  });

  test('the hour that does not exist is not offered, and the one that comes twice is offered twice', () => {
    const night = (now: string) => starts(now, { horizonDays: 1, minutes: 60 });
    expect(night('2026-03-28T12:00:00Z')).toEqual([
      '2026-03-29T00:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
    ]);
    expect(night('2026-10-24T12:00:00Z')).toHaveLength(4);
  });

  test.each([
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Auckland',
    'America/St_Johns',
  ])('hours meant in %s stay at their place on the clock all year', (timeZone) => {
    const all = starts('2026-01-01T00:00:00Z', {
      timeZone,
      horizonDays: 365,
      hours: { 3: [['09:00', '09:30']] },
    });
    expect(new Set(all.map(clock(timeZone)))).toEqual(new Set(['Wed 09:00']));
    expect(all).toHaveLength(52);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['America/St_Johns', '2026-03-08'],
    ['America/St_Johns', '2026-11-01'],
    ['Australia/Adelaide', '2026-04-05'],
    ['Australia/Adelaide', '2026-10-04'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
  ])('a visitor of %s is offered the same times before and after %s', (timeZone, change) => {
    const hours = [
      ['00:30', '04:30'],
      ['09:00', '12:00'],
    ] as const;
    const week = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours };
    const noon = Date.parse(`${change}T12:00:00Z`);
    const from = (days: number) =>
      starts(new Date(noon + days * 86_400_000).toISOString(), { timeZone, hours: week });
    const [before, after] = [from(-2), from(2)];
    const both = { first: after[0] ?? '', last: before.at(-1) ?? '' };
    const shared = (all: string[]) => all.filter((at) => at >= both.first && at <= both.last);
    expect(shared(before).length).toBeGreaterThan(100);
    expect(shared(before)).toEqual(shared(after));
    expect(new Set(before).size).toBe(before.length);
    const told = before.map((at) => clock(timeZone)(at).slice(-5));
    expect(
      told.filter((time) => !/^(0[0-3]:[03]0|04:00|09:[03]0|1[01]:[03]0)$/.test(time)),
    ).toEqual([]);
    expect(told).not.toContain('00:00');
  });
});
