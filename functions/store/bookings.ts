import type { Answers } from '#src/quiz/answers.ts';
import type { NewMail } from '#functions/outbox.ts';
import { writeWithMails } from './write.ts';

export interface StoredBooking {
  readonly id: string;
  /** Names the event in calendars. */
  readonly uid: string;
  readonly leadId: string | null;
  /** UTC, ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly email: string;
  readonly name: string;
  readonly note: string | null;
  readonly answers: Answers | null;
  readonly sequence: number;
  readonly state: 'active' | 'cancelled';
  readonly createdAt: string;
  readonly changedAt: string;
  /** Cal.com's uid of a call that is booked there: a secret, it moves and cancels the call. */
  readonly calUid?: string | null;
  /** When Cal.com made the booking of that uid. */
  readonly calMadeAt?: string | null;
}

const BOOKING = `id, uid, lead_id AS leadId, starts_at AS startsAt, ends_at AS endsAt, time_zone AS timeZone, email,
  name, note, answers, sequence, state, created_at AS createdAt, changed_at AS changedAt,
  cal_uid AS calUid, cal_made_at AS calMadeAt`;

/** Writes booking and mails together. `false` when the id or the slot is taken; a lead that is gone is left out. */
export function addBooking(
  db: D1Database,
  booking: StoredBooking,
  mails: readonly NewMail[],
  now: Date,
): Promise<boolean> {
  const insert = db
    .prepare(
      `INSERT INTO bookings (id, uid, lead_id, starts_at, ends_at, time_zone, email, name, note, answers,
         sequence, state, created_at, changed_at, cal_uid, cal_made_at)
       VALUES (?1, ?2, (SELECT id FROM leads WHERE id = ?3), ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,
         ?15, ?16)`,
    )
    .bind(
      booking.id,
      booking.uid,
      booking.leadId,
      booking.startsAt,
      booking.endsAt,
      booking.timeZone,
      booking.email,
      booking.name,
      booking.note,
      booking.answers && JSON.stringify(booking.answers),
      booking.sequence,
      booking.state,
      booking.createdAt,
      booking.changedAt,
      booking.calUid ?? null,
      booking.calMadeAt ?? null,
    );
  return writeWithMails(db, insert, mails, now);
}

/**
 * Writes the changed booking (its sequence one higher) and the mails about it together. `false` when
 * its new slot is taken; nothing happens when it was changed meanwhile.
 */
export function changeBooking(
  db: D1Database,
  booking: StoredBooking,
  mails: readonly NewMail[],
  now: Date,
): Promise<boolean> {
  const update = db
    .prepare(
      `UPDATE bookings SET starts_at = ?2, ends_at = ?3, state = ?4, sequence = ?5, changed_at = ?6,
         cal_uid = ?7, cal_made_at = ?8
       WHERE id = ?1 AND state = 'active' AND sequence = ?5 - 1`,
    )
    .bind(
      booking.id,
      booking.startsAt,
      booking.endsAt,
      booking.state,
      booking.sequence,
      booking.changedAt,
      booking.calUid ?? null,
      booking.calMadeAt ?? null,
    );
  return writeWithMails(db, update, mails, now);
}

export const findBooking = (db: D1Database, id: string) => find(db, 'id', id);

export const findByCalUid = (db: D1Database, uid: string) => find(db, 'cal_uid', uid);

async function find(
  db: D1Database,
  column: 'id' | 'cal_uid',
  value: string,
): Promise<StoredBooking | undefined> {
  const row = await db
    .prepare(`SELECT ${BOOKING} FROM bookings WHERE ${column} = ?1`)
    .bind(value)
    .first<Omit<StoredBooking, 'answers'> & { answers: string | null }>();
  return row ? { ...row, answers: row.answers && JSON.parse(row.answers) } : undefined;
}

/** Times that are booked and start in the span. */
export async function bookedTimes(
  db: D1Database,
  from: Date,
  until: Date,
): Promise<readonly Pick<StoredBooking, 'startsAt' | 'endsAt'>[]> {
  const { results } = await db
    .prepare(
      `SELECT starts_at AS startsAt, ends_at AS endsAt FROM bookings
       WHERE state = 'active' AND starts_at >= ?1 AND starts_at < ?2`,
    )
    .bind(from.toISOString(), until.toISOString())
    .all<Pick<StoredBooking, 'startsAt' | 'endsAt'>>();
  return results;
}
