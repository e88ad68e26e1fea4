import type { Booking, Slots } from '#src/booking/booking.ts';
import type { StoredBooking } from '#functions/store/bookings.ts';
import { readConfig } from '#functions/config.ts';
import { builtIn } from './built-in.ts';
import { calApi } from './cal-api.ts';
import { calCom } from './cal-com.ts';

export type Booked =
  /** `repeated`: the same request came before, nothing new was booked. */
  | { readonly outcome: 'booked'; readonly booking: StoredBooking; readonly repeated: boolean }
  /** Somebody else has this time. */
  | { readonly outcome: 'taken' }
  /** Not a time that is offered: past, too soon, too far, outside the hours. */
  | { readonly outcome: 'unoffered' }
  /** Another booking was made under this id. */
  | { readonly outcome: 'different' }
  | Unclear;

export type Changed =
  | { readonly outcome: 'changed'; readonly booking: StoredBooking }
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'unoffered' }
  /** The call was cancelled, has begun, or was changed by another request meanwhile. */
  | { readonly outcome: 'over' }
  | Unclear;

/** The calendar did not say whether it was done. The same request may be sent again. */
interface Unclear {
  readonly outcome: 'unclear';
}

/** Where free times come from and calls are booked. Every method may be repeated without a second effect. */
export interface Calendar {
  /** Nothing when the calendar does not answer. */
  free(now: Date): Promise<Slots | undefined>;
  book(request: Booking, now: Date): Promise<Booked>;
  /** @param start UTC, ISO 8601 */
  move(booking: StoredBooking, start: string, now: Date): Promise<Changed>;
  cancel(booking: StoredBooking, now: Date): Promise<Changed>;
}

/** The calendar of this site. A call stays with the calendar in which it was booked, also after a switch. */
export function calendarOf(env: Env): Calendar {
  const own = builtIn(env.DB);
  const set = readConfig(env);
  const theirs =
    set.ok && set.config.calendar.service === 'cal.com'
      ? calCom(env.DB, calApi(set.config.calendar), set.config.linkSecret)
      : undefined;
  const calendarFor = ({ calUid }: StoredBooking) => (calUid ? theirs : own);
  const unclear = { outcome: 'unclear' } as const;
  return {
    ...(theirs ?? own),
    move: async (booking, start, now) =>
      (await calendarFor(booking)?.move(booking, start, now)) ?? unclear,
    cancel: async (booking, now) => (await calendarFor(booking)?.cancel(booking, now)) ?? unclear,
  };
}
