import { site } from '#src/site.ts';
import {
  addBooking,
  bookedTimes,
  changeBooking,
  findBooking,
  type StoredBooking,
} from '#functions/store/bookings.ts';
import { bookingMail, type NewMail } from '#functions/outbox.ts';
import { bookingOf } from './booking-of.ts';
import type { Calendar, Changed } from './calendar.ts';
import { type CallHours, offered, type Span } from './hours.ts';
import { known } from './known.ts';

const iso = (time: number) => new Date(time).toISOString();

/** Both learn of it: the visitor, and the owner by the notice of the same name. */
const mails = (
  kind: 'call-booked' | 'call-moved' | 'call-cancelled',
  booking: StoredBooking,
  now: Date,
): NewMail[] => [
  bookingMail(kind, booking, booking.email, now),
  bookingMail(`${kind}-notice`, booking, site.contact.owner, now),
];

/** The calendar that needs no other service: working hours from src/site.ts, bookings in our database. */
export function builtIn(db: D1Database, call: CallHours = site.call): Calendar {
  /** Times on offer, with what stands against booking them. */
  async function times(now: Date): Promise<readonly (Span & { readonly taken: boolean })[]> {
    const spans = offered(call, now);
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) return [];
    // A booking that began before the first span may reach into it, if the length of calls was changed.
    const booked = await bookedTimes(db, new Date(first.start - 86_400_000), new Date(last.end));
    const busy = booked.map(({ startsAt, endsAt }) => ({
      start: Date.parse(startsAt),
      end: Date.parse(endsAt),
    }));
    return spans.map((span) => ({
      ...span,
      taken: busy.some(({ start, end }) => start < span.end && end > span.start),
    }));
  }

  const find = async (start: string, now: Date) => {
    const at = Date.parse(start);
    return (await times(now)).find((time) => time.start === at);
  };

  return {
    async free(now) {
      const free = (await times(now)).filter(({ taken }) => !taken);
      return { slots: free.map(({ start }) => ({ start: iso(start) })), minutes: call.minutes };
    },

    async book(request, now) {
      const before = await known(db, request);
      if (before) return before;
      const time = await find(request.start, now);
      if (!time) return { outcome: 'unoffered' };
      if (time.taken) return { outcome: 'taken' };
      const span = { startsAt: iso(time.start), endsAt: iso(time.end) };
      const booking = bookingOf(request, { uid: crypto.randomUUID(), ...span }, now);
      if (await addBooking(db, booking, mails('call-booked', booking, now), now)) {
        return { outcome: 'booked', booking, repeated: false };
      }
      // The id or the slot was taken between looking and writing.
      return (await known(db, request)) ?? { outcome: 'taken' };
    },

    async move(booking, start, now) {
      if (booking.state !== 'active' || Date.parse(booking.startsAt) <= now.getTime())
        return { outcome: 'over' };
      if (Date.parse(booking.startsAt) === Date.parse(start))
        return { outcome: 'changed', booking };
      const time = await find(start, now);
      if (!time) return { outcome: 'unoffered' };
      if (time.taken) return { outcome: 'taken' };
      return change(
        { ...booking, startsAt: iso(time.start), endsAt: iso(time.end) },
        'call-moved',
        now,
      );
    },

    async cancel(booking, now) {
      if (booking.state === 'cancelled') return { outcome: 'changed', booking };
      if (Date.parse(booking.startsAt) <= now.getTime()) return { outcome: 'over' };
      return change({ ...booking, state: 'cancelled' }, 'call-cancelled', now);
    },
  };

  async function change(
    to: StoredBooking,
    kind: 'call-moved' | 'call-cancelled',
    now: Date,
  ): Promise<Changed> {
    const next = { ...to, sequence: to.sequence + 1, changedAt: now.toISOString() };
    if (!(await changeBooking(db, next, mails(kind, next, now), now))) return { outcome: 'taken' };
    const stored = await findBooking(db, next.id);
    // A change that came in between has won; this one did nothing.
    const won = stored?.startsAt === next.startsAt && stored.state === next.state;
    return won ? { outcome: 'changed', booking: stored } : { outcome: 'over' };
  }
}
