import type { Booking } from '#src/booking/booking.ts';
import type { StoredBooking } from '#functions/store/bookings.ts';

/** When a call is and under what name calendars know it, as the calendar that took it says. */
type Placed = Pick<StoredBooking, 'uid' | 'startsAt' | 'endsAt'> & Partial<StoredBooking>;

/** The row of a call that was just booked, from what the visitor sent and where the calendar put it. */
export const bookingOf = (request: Booking, placed: Placed, now: Date): StoredBooking => ({
  id: request.id,
  leadId: request.lead ?? null,
  timeZone: request.timeZone,
  email: request.email,
  name: request.name,
  note: request.note || null,
  answers: request.answers ?? null,
  sequence: 0,
  state: 'active',
  createdAt: now.toISOString(),
  changedAt: now.toISOString(),
  ...placed,
});
