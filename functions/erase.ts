import { calendarOf } from '#functions/calendar/calendar.ts';
import type { Erased } from '#functions/mail/erased-notice.ts';
import { eraseAddress } from '#functions/store/erase.ts';
import { type Held, heldUnder } from '#functions/store/held.ts';
import { site } from '#src/site.ts';
import { log, traceOf } from './log.ts';

/** Calls that have not begun and still stand. */
export const upcoming = ({ bookings }: Held, now: Date) =>
  bookings.filter(
    ({ state, startsAt }) => state === 'active' && Date.parse(startsAt) > now.getTime(),
  );

/**
 * Deletes what is kept under an address. Calls to come are cancelled first; where the calendar does not
 * answer, the data goes all the same and the owner is told to cancel by hand.
 */
export async function erase(env: Env, email: string, now: Date): Promise<Erased> {
  const calls = await Promise.all(
    upcoming(await heldUnder(env.DB, email), now).map(async (booking) => {
      const { startsAt, endsAt } = booking;
      try {
        const { outcome } = await calendarOf(env).cancel(booking, now);
        return { startsAt, endsAt, cancelled: outcome === 'changed' };
      } catch (error) {
        log('error', 'call not cancelled', traceOf(error));
        return { startsAt, endsAt, cancelled: false };
      }
    }),
  );
  const erased = { email, calls };
  const notice = {
    id: `erased-notice:${crypto.randomUUID()}`,
    kind: 'erased-notice',
    to: site.contact.owner,
    dueAt: now,
    about: JSON.stringify(erased),
  } as const;
  await eraseAddress(env.DB, email, notice, now);
  log('info', 'erased', { calls: calls.length });
  return erased;
}
