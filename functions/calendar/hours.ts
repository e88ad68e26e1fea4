import { Temporal } from 'temporal-polyfill';

/** When calls are offered; `call` in src/site.ts says what each field means. */
export interface CallHours {
  readonly minutes: number;
  readonly timeZone: string;
  readonly hours: Partial<
    Record<1 | 2 | 3 | 4 | 5 | 6 | 7, ReadonlyArray<readonly [string, string]>>
  >;
  readonly noticeHours: number;
  readonly horizonDays: number;
}

/** A time that can be booked, in milliseconds since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Every time that the working hours offer from now until the horizon, the earliest first. Opening
 * hours are local: they keep their place on the clock when daylight saving begins or ends.
 */
export function offered(call: CallHours, now: Date): readonly Span[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(
    call.timeZone,
  );
  const earliest = today.add({ hours: call.noticeHours }).epochMilliseconds;
  const horizon = today.add({ days: call.horizonDays });
  const length = call.minutes * 60_000;
  const spans: Span[] = [];

  for (
    let day = today.toPlainDate();
    Temporal.PlainDate.compare(day, horizon) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const hours of call.hours[day.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7] ?? []) {
      const [opens, closes] = hours.map(
        (plainTime) =>
          day.toZonedDateTime({ timeZone: call.timeZone, plainTime }).epochMilliseconds,
      ) as [number, number];
      for (let start = opens; start + length <= closes; start += length) {
        if (start >= earliest && start < horizon.epochMilliseconds)
          spans.push({ start, end: start + length });
      }
    }
  }
  return spans;
}
