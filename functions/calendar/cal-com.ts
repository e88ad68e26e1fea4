import type { Booking } from '#src/booking/booking.ts';
import { site } from '#src/site.ts';
import { log } from '#functions/log.ts';
import { addBooking, type StoredBooking } from '#functions/store/bookings.ts';
import { bookingOf } from './booking-of.ts';
import { adopt, isOn, noticeOf, timesOf } from './cal-adopt.ts';
import type { CalApi } from './cal-api.ts';
import { follow } from './cal-follow.ts';
import type { CalBooking } from './cal-shapes.ts';
import type { Booked, Calendar, Changed } from './calendar.ts';
import { known } from './known.ts';

const DAY_MS = 86_400_000;
const iso = (time: string) => new Date(time).toISOString();

/** No code tells a taken time from one that is not offered: these words do, and the conflict's status. */
const TAKEN = /already has booking|not available|no available users/i;

/** Cal.com, reached through its API. Our own rows mirror it, for the notices, the links and the reminders. */
export function calCom(db: D1Database, api: CalApi, linkSecret: string): Calendar {
  const slots = async (now: Date) => {
    const until = new Date(now.getTime() + site.call.horizonDays * DAY_MS);
    const answer = await api.slots(now, until);
    if (answer.kind !== 'done') return undefined;
    return Object.values(answer.value)
      .flat()
      .map(({ start, end }) => ({ start: iso(start), end: iso(end) }))
      .sort((a, b) => (a.start < b.start ? -1 : 1));
  };

  /** Why a time was refused. */
  async function whyNot(
    refused: { readonly status: number; readonly message: string },
    start: string,
    now: Date,
  ): Promise<'taken' | 'unoffered' | 'unclear'> {
    if (refused.status === 409 || TAKEN.test(refused.message)) return 'taken';
    const free = await slots(now);
    if (free && !free.some((slot) => slot.start === iso(start))) return 'unoffered';
    // Offered and yet refused: the event type asks for something that we do not send.
    log('error', 'Cal.com refused', { status: refused.status });
    return 'unclear';
  }

  /** The booking that an earlier, unanswered try of the same request has made. */
  async function made(request: Booking): Promise<CalBooking | 'none' | 'unclear'> {
    const answer = await api.about(iso(request.start));
    if (answer.kind !== 'done') return 'unclear';
    return answer.value.find((one) => isOn(one) && one.metadata?.booking === request.id) ?? 'none';
  }

  async function keep(request: Booking, there: CalBooking, now: Date): Promise<Booked> {
    const uid = there.icsUid ?? crypto.randomUUID();
    const booking = bookingOf(request, { uid, ...timesOf(there) }, now);
    if (await addBooking(db, booking, noticeOf('call-booked', booking, now), now))
      return { outcome: 'booked', booking, repeated: false };
    return (await known(db, request)) ?? { outcome: 'unclear' };
  }

  /** Our row as the booking stands there now, after a change that was refused or went unanswered. */
  async function caughtUp(booking: StoredBooking, now: Date): Promise<StoredBooking | undefined> {
    const there = booking.calUid ? await follow(api, booking.calUid) : undefined;
    return there && adopt(db, linkSecret, there, now, [booking.calUid ?? '']);
  }

  return {
    async free(now) {
      const free = await slots(now);
      const [first] = free ?? [];
      return (
        free && {
          slots: free.map(({ start }) => ({ start })),
          minutes: first
            ? (Date.parse(first.end) - Date.parse(first.start)) / 60_000
            : site.call.minutes,
        }
      );
    },

    async book(request, now) {
      const before = await known(db, request);
      if (before) return before;
      // The id may have come before and its answer been lost. Cal.com knows no idempotency keys.
      const earlier = await made(request);
      if (earlier === 'unclear') return { outcome: 'unclear' };
      if (earlier !== 'none') return keep(request, earlier, now);
      const { name, email, timeZone } = request;
      const answer = await api.create(
        iso(request.start),
        { name, email, timeZone },
        { booking: request.id },
      );
      if (answer.kind === 'done') return keep(request, answer.value, now);
      const after = await made(request);
      if (after !== 'unclear' && after !== 'none') return keep(request, after, now);
      if (answer.kind === 'unclear') {
        log('error', 'Cal.com did not answer', { code: answer.code });
        return { outcome: 'unclear' };
      }
      return { outcome: await whyNot(answer, request.start, now) };
    },

    async move(booking, start, now): Promise<Changed> {
      if (!booking.calUid) return { outcome: 'over' };
      if (booking.state !== 'active' || Date.parse(booking.startsAt) <= now.getTime())
        return { outcome: 'over' };
      if (booking.startsAt === iso(start)) return { outcome: 'changed', booking };
      const answer = await api.move(booking.calUid, iso(start), 'Moved by the visitor');
      const stored =
        answer.kind === 'done'
          ? await adopt(db, linkSecret, answer.value, now, [booking.calUid])
          : await caughtUp(booking, now);
      if (stored?.state === 'active' && stored.startsAt === iso(start))
        return { outcome: 'changed', booking: stored };
      if (stored && stored.sequence !== booking.sequence) return { outcome: 'over' };
      return { outcome: answer.kind === 'refused' ? await whyNot(answer, start, now) : 'unclear' };
    },

    async cancel(booking, now): Promise<Changed> {
      if (booking.state === 'cancelled') return { outcome: 'changed', booking };
      if (!booking.calUid || Date.parse(booking.startsAt) <= now.getTime())
        return { outcome: 'over' };
      const answer = await api.cancel(booking.calUid, 'Cancelled by the visitor');
      const stored =
        answer.kind === 'done'
          ? await adopt(db, linkSecret, answer.value, now)
          : await caughtUp(booking, now);
      if (stored?.state === 'cancelled') return { outcome: 'changed', booking: stored };
      if (stored && stored.sequence !== booking.sequence) return { outcome: 'over' };
      return { outcome: 'unclear' };
    },
  };
}
