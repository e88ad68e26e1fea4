import type { Slot } from './booking.ts';

/** A day of the visitor's calendar with the free times that begin on it. */
export interface Day {
  /** "2026-11-24" */
  readonly date: string;
  /** "Tue" */
  readonly weekday: string;
  /** "24 Nov" */
  readonly short: string;
  /** "Tuesday 24 November" */
  readonly long: string;
  readonly slots: readonly Slot[];
}

const told = (start: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, ...options })
    .format(new Date(start))
    .replace(',', '');

/** "10:00": when a call begins on the clock of the zone. */
export const clock = (start: string, timeZone: string): string =>
  told(start, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "Tue 24 Nov, 10:00" */
export const shortTime = (start: string, timeZone: string): string =>
  `${told(start, timeZone, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clock(start, timeZone)}`;

/** Free times by the day on which they begin in the zone, in the order in which they were given. */
export function daysOf(slots: readonly Slot[], timeZone: string): readonly Day[] {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone });
  const byDate = Map.groupBy(slots, ({ start }) => date.format(new Date(start)));
  return [...byDate].map(([day, of]) => {
    const first = of[0]?.start ?? '';
    return {
      date: day,
      weekday: told(first, timeZone, { weekday: 'short' }),
      short: told(first, timeZone, { day: 'numeric', month: 'short' }),
      long: told(first, timeZone, { weekday: 'long', day: 'numeric', month: 'long' }),
      slots: of,
    };
  });
}
