import type { Booking, Slots } from '#src/booking/booking.ts';
import type { StoredBooking } from '#functions/store/bookings.ts';
import { builtIn } from './built-in.ts';

export type Booked =
  /** `repeated`: the same request came before, nothing new was booked. */
  | { readonly outcome: 'booked'; readonly booking: StoredBooking; readonly repeated: boolean }
  /** Somebody else has this time. */
  | { readonly outcome: 'taken' }
  /** Not a time that is offered: past, too soon, too far, outside the hours. */
  | { readonly outcome: 'unoffered' }
  /** Another booking was made under this id. */
  | { readonly outcome: 'different' };

export type Changed =
  | { readonly outcome: 'changed'; readonly booking: StoredBooking }
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'unoffered' }
  /** The call was cancelled, has begun, or was changed by another request meanwhile. */
  | { readonly outcome: 'over' };

/** Where free times come from and calls are booked. Every method may be repeated without a second effect. */
export interface Calendar {
  free(now: Date): Promise<Slots>;
  book(request: Booking, now: Date): Promise<Booked>;
  /** @param start UTC, ISO 8601 */
  move(booking: StoredBooking, start: string, now: Date): Promise<Changed>;
  cancel(booking: StoredBooking, now: Date): Promise<Changed>;
}

/** The calendar of this site. */
export const calendarOf = (env: Env): Calendar => builtIn(env.DB);
