import { log } from '#functions/log.ts';
import { forgetEvents } from '#functions/store/cal-events.ts';
import { adopt } from './cal-adopt.ts';
import { readConfig } from '#functions/config.ts';
import { calApi } from './cal-api.ts';
import { earlierUids } from './cal-follow.ts';
import type { CalBooking } from './cal-shapes.ts';

/** Webhooks older than this are no longer remembered; one that comes again then is merely looked up again. */
const REMEMBER_MS = 30 * 86_400_000;

/** Finds the bookings, moves and cancellations at Cal.com whose webhook never came. */
export async function sweepCalendar({ DB: db, ...env }: Env, now: Date): Promise<void> {
  const set = readConfig(env);
  if (!set.ok || set.config.calendar.service !== 'cal.com') return;
  const { calendar, linkSecret } = set.config;
  const answer = await calApi(calendar).after(now);
  if (answer.kind !== 'done') {
    log('error', 'Cal.com could not be swept', {
      code: answer.kind === 'unclear' ? answer.code : String(answer.status),
    });
    return;
  }
  const byUid = new Map(answer.value.map((there) => [there.uid, there]));
  // First the calls as they are now; what they were moved from is then known for what it is.
  const moved = (there: CalBooking) => Number(Boolean(there.rescheduledToUid));
  for (const there of answer.value.toSorted((a, b) => moved(a) - moved(b))) {
    const earlier = await earlierUids(there, async (uid) => byUid.get(uid));
    await adopt(db, linkSecret, there, now, earlier);
  }
  await forgetEvents(db, new Date(now.getTime() - REMEMBER_MS));
}
