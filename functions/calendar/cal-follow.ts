import type { CalApi } from './cal-api.ts';
import type { CalBooking } from './cal-shapes.ts';

/** The most moves of one call that are followed. */
const MOVES = 10;

/** The booking of a uid, or the one that it was moved to in the end; nothing when Cal.com does not say. */
export async function follow(api: CalApi, uid: string): Promise<CalBooking | undefined> {
  let next = uid;
  for (let move = 0; move < MOVES; move++) {
    const answer = await api.read(next);
    if (answer.kind !== 'done') return undefined;
    const to = answer.value.rescheduledToUid;
    if (!to) return answer.value;
    next = to;
  }
  return undefined;
}

/** The uids that a moved call had before, the latest first. */
export async function earlierUids(
  there: CalBooking,
  read: (uid: string) => Promise<CalBooking | undefined>,
): Promise<readonly string[]> {
  const uids: string[] = [];
  for (let from = there.rescheduledFromUid; from && uids.length < MOVES;) {
    uids.push(from);
    from = (await read(from))?.rescheduledFromUid;
  }
  return uids;
}
