import type { Booking } from '#src/booking/booking.ts';
import { findBooking } from '#functions/store/bookings.ts';
import type { Booked } from './calendar.ts';

/** What the id of a request stands for, when it is known. */
export async function known(db: D1Database, request: Booking): Promise<Booked | undefined> {
  const booking = await findBooking(db, request.id);
  if (!booking) return undefined;
  const same =
    booking.state === 'active' &&
    booking.email === request.email &&
    Date.parse(booking.startsAt) === Date.parse(request.start);
  return same ? { outcome: 'booked', booking, repeated: true } : { outcome: 'different' };
}
