import { type Outcome, request } from '#src/lead/request.ts';
import type { BookingAnswer, TakenAnswer } from './api.ts';
import type { Booking, Slots } from './booking.ts';

type Answered = Promise<Outcome<BookingAnswer>>;

/** The free times until the horizon, the earliest first. */
export const freeTimes = (ask?: typeof fetch): Promise<Outcome<Slots>> =>
  request('/api/slots', undefined, ask);

/** Books a call. The same id is the same booking. */
export const book = (booking: Booking, ask?: typeof fetch): Answered =>
  request('/api/bookings', booking, ask);

/** The booking of a signed link. */
export const showBooking = (token: string, ask?: typeof fetch): Answered =>
  request('/api/bookings/show', { token }, ask);

export const moveBooking = (token: string, start: string, ask?: typeof fetch): Answered =>
  request('/api/bookings/move', { token, start }, ask);

export const cancelBooking = (token: string, ask?: typeof fetch): Answered =>
  request('/api/bookings/cancel', { token }, ask);

/** The times that are still free, when somebody else has taken the one that was asked for. */
export function timesLeft(outcome: Outcome<unknown>): TakenAnswer['slots'] | undefined {
  if (outcome.kind !== 'refused' || outcome.status !== 409) return undefined;
  return (outcome.body as Partial<TakenAnswer>).slots;
}
