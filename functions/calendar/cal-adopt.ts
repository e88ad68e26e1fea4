import { email, id, name } from '#src/lead/lead.ts';
import { site } from '#src/site.ts';
import { bookingMail } from '#functions/outbox.ts';
import { check } from '#functions/signature.ts';
import { isSeen } from '#functions/store/cal-events.ts';
import {
  addBooking,
  changeBooking,
  findBooking,
  findByCalUid,
  type StoredBooking,
} from '#functions/store/bookings.ts';
import type { CalBooking } from './cal-shapes.ts';

/** A call that is being booked through our own API is left to that request for so long. */
const OWN_MS = 2 * 60_000;

const iso = (time: string) => new Date(time).toISOString();

export const isOn = ({ status }: CalBooking) => status === 'accepted' || status === 'pending';

/** To the owner alone, for the facts about the app: Cal.com itself tells the visitor. */
export const noticeOf = (
  kind: 'call-booked' | 'call-moved' | 'call-cancelled',
  booking: StoredBooking,
  now: Date,
) => [bookingMail(`${kind}-notice`, booking, site.contact.owner, now)];

/** What our row takes over from a booking there. */
export const timesOf = (there: CalBooking) => ({
  startsAt: iso(there.start),
  endsAt: iso(there.end),
  calUid: there.uid,
  calMadeAt: iso(there.createdAt),
});

/**
 * Brings our row in line with a booking at Cal.com, whichever way the news came and in whatever order:
 * a uid never changes its time and is never un-cancelled, and a moved call's uids are ordered by when
 * Cal.com made them. `earlier`: the uids that the call had before it was moved. Returns the row, or nothing where there is none to be had.
 */
export async function adopt(
  db: D1Database,
  linkSecret: string,
  there: CalBooking,
  now: Date,
  earlier: readonly string[] = [there.rescheduledFromUid ?? ''],
): Promise<StoredBooking | undefined> {
  const row = await rowOf(db, there, earlier);
  if (!row) return isOn(there) ? add(db, linkSecret, there, now) : undefined;
  if (row.calUid === there.uid) return isOn(there) ? row : cancel(db, row, now);
  if (row.calMadeAt && iso(there.createdAt) <= row.calMadeAt) return row;
  if (row.state === 'active')
    return isOn(there) ? move(db, row, there, now) : cancel(db, row, now, there);
  // The call was called off and another one agreed in its place.
  return isOn(there) ? add(db, linkSecret, there, now, crypto.randomUUID()) : row;
}

async function rowOf(
  db: D1Database,
  there: CalBooking,
  earlier: readonly string[],
): Promise<StoredBooking | undefined> {
  for (const uid of [there.uid, ...earlier]) {
    const row = await findByCalUid(db, uid);
    if (row) return row;
  }
  const own = id.safeParse(there.metadata?.booking);
  const row = own.success ? await findBooking(db, own.data) : undefined;
  // Anyone can book at Cal.com and write another's id beside it.
  const hers = there.attendees.some((one) => one.email.toLowerCase() === row?.email.toLowerCase());
  return row?.calUid && hers ? row : undefined;
}

async function add(
  db: D1Database,
  linkSecret: string,
  there: CalBooking,
  now: Date,
  as?: string,
): Promise<StoredBooking | undefined> {
  const [guest] = there.attendees;
  const address = email.safeParse(guest?.email);
  if (!guest || !address.success || Date.parse(there.end) <= now.getTime()) return undefined;
  // Deleted here, at the visitor's wish or for its age.
  if (await isSeen(db, `gone:${there.uid}`)) return undefined;
  const own = id.safeParse(there.metadata?.booking);
  if (own.success && now.getTime() - Date.parse(there.createdAt) < OWN_MS) return undefined;
  const called = name.safeParse(guest.name);
  const booking: StoredBooking = {
    id: as ?? (own.success && !(await findBooking(db, own.data)) ? own.data : crypto.randomUUID()),
    uid: there.icsUid ?? crypto.randomUUID(),
    leadId: await leadOf(linkSecret, there.metadata?.lead, now),
    ...timesOf(there),
    timeZone: zoneOf(guest.timeZone),
    email: address.data,
    // Typed at Cal.com, whose rules for names are not ours.
    name: (called.success && called.data) || address.data,
    note: null,
    answers: null,
    sequence: 0,
    state: 'active',
    createdAt: now.toISOString(),
    changedAt: now.toISOString(),
  };
  if (await addBooking(db, booking, noticeOf('call-booked', booking, now), now)) return booking;
  return findByCalUid(db, there.uid);
}

const move = (db: D1Database, row: StoredBooking, there: CalBooking, now: Date) =>
  change(db, { ...row, ...timesOf(there) }, 'call-moved', now);

const cancel = (db: D1Database, row: StoredBooking, now: Date, there?: CalBooking) =>
  row.state === 'cancelled'
    ? row
    : change(
        db,
        { ...row, ...(there && timesOf(there)), state: 'cancelled' },
        'call-cancelled',
        now,
      );

/** Writes the change once; of two at the same time the other one finds it done. */
async function change(
  db: D1Database,
  to: StoredBooking,
  kind: 'call-moved' | 'call-cancelled',
  now: Date,
) {
  const next = { ...to, sequence: to.sequence + 1, changedAt: now.toISOString() };
  await changeBooking(db, next, noticeOf(kind, next, now), now);
  return findBooking(db, next.id);
}

/** The visitor can edit what travels through Cal.com's page, so that only a signed lead counts. */
async function leadOf(linkSecret: string, token: unknown, now: Date): Promise<string | null> {
  if (typeof token !== 'string') return null;
  const checked = await check(linkSecret, 'book-for-lead', token, now);
  return checked.ok ? checked.subject : null;
}

function zoneOf(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
