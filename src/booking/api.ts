import type { ApiError } from '#src/lead/lead.ts';
import type { Slot } from './booking.ts';

/** Page that opens with the signed link of the confirmation; the token stands after the `#`. */
export const managePath = '/call/';

/** A booked call as the API tells it. */
export interface BookedCall {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly start: string;
  readonly end: string;
  /** IANA zone in which it was booked. */
  readonly timeZone: string;
  readonly state: 'active' | 'cancelled';
}

/** Answer of `POST /api/bookings` and of `/move`, `/cancel` and `/show` below it. */
export interface BookingAnswer {
  readonly booking: BookedCall;
  /** Token that moves or cancels the call until it begins. */
  readonly token: string;
}

/** Answer 409 when somebody else has taken the time: the next free ones, the earliest first. */
export interface TakenAnswer extends ApiError {
  readonly slots: readonly Slot[];
}
