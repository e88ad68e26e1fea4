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

/** Days that were reckoned already; the same hours give the same day, and time zones are slow to reckon with. */
const reckoned = new WeakMap<CallHours, Map<string, readonly Span[]>>();

/** Days kept at most; more than any horizon has. */
const KEPT = 400;

function timesOn(call: CallHours, day: Temporal.PlainDate): readonly Span[] {
  const days = reckoned.get(call) ?? new Map<string, readonly Span[]>();
  reckoned.set(call, days);
  const date = day.toString();
  const known = days.get(date);
  if (known) return known;
  const length = call.minutes * 60_000;
  const spans: Span[] = [];
  for (const hours of call.hours[day.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7] ?? []) {
    const [opens, closes] = hours.map(
      (plainTime) => day.toZonedDateTime({ timeZone: call.timeZone, plainTime }).epochMilliseconds,
    ) as [number, number];
    for (let start = opens; start + length <= closes; start += length)
      spans.push({ start, end: start + length });
  }
  if (days.size >= KEPT) days.clear();
  days.set(date, spans);
  return spans;
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
  const spans: Span[] = [];
  for (
    let day = today.toPlainDate();
    Temporal.PlainDate.compare(day, horizon) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const span of timesOn(call, day)) {
      if (span.start >= earliest && span.start < horizon.epochMilliseconds) spans.push(span);
    }
  }
  return spans;
}
