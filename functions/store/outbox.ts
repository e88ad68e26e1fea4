import type { Entry, NewMail } from '#functions/outbox.ts';
import { writeMail } from './write.ts';

const ENTRY = `id, kind, lead_id AS leadId, booking_id AS bookingId, sequence, recipient AS "to", due_at AS dueAt,
  tries, maybe_sent_at AS maybeSentAt,
  maybe_sent_at = changed_at AS maybeSentFirst, mail, about, last_error AS lastError`;

const HOOK = `kind LIKE '%-hook'`;

/**
 * Takes rows that are due for an attempt, the oldest first; nobody else gets them until the lease ends.
 * @param hooksOnly while the mail provider wants a pause
 */
export async function claimDue(
  db: D1Database,
  now: Date,
  leaseUntil: Date,
  limit: number,
  hooksOnly = false,
): Promise<readonly Entry[]> {
  const { results } = await db
    .prepare(
      `UPDATE outbox SET tries = tries + 1, next_at = ?2, changed_at = ?1,
         maybe_sent_at = COALESCE(maybe_sent_at, ?1)
       WHERE id IN (
         SELECT id FROM outbox WHERE state = 'waiting' AND next_at <= ?1 ${hooksOnly ? `AND ${HOOK}` : ''}
         ORDER BY next_at LIMIT ?3)
       RETURNING ${ENTRY}`,
    )
    .bind(now.toISOString(), leaseUntil.toISOString(), limit)
    .all<Entry>();
  return results;
}

export async function findEntry(db: D1Database, id: string): Promise<Entry | undefined> {
  return (
    (await db.prepare(`SELECT ${ENTRY} FROM outbox WHERE id = ?1`).bind(id).first<Entry>()) ??
    undefined
  );
}

/**
 * When the next row is due; `undefined` when nothing waits.
 * @param mailsFrom mails are not tried before
 */
export async function nextDue(db: D1Database, mailsFrom: Date): Promise<Date | undefined> {
  const at = await db
    .prepare(
      `SELECT MIN(CASE WHEN ${HOOK} THEN next_at ELSE MAX(next_at, ?1) END) AS at
       FROM outbox WHERE state = 'waiting'`,
    )
    .bind(mailsFrom.toISOString())
    .first<string>('at');
  return at ? new Date(at) : undefined;
}

export const addEntry = (db: D1Database, mail: NewMail, now: Date) =>
  writeMail(db, mail, now).run();

export const freezeMail = (db: D1Database, id: string, mail: string) =>
  db.prepare('UPDATE outbox SET mail = ?2 WHERE id = ?1').bind(id, mail).run();

/** Handed over: the text of the mail is no longer needed. */
export const markSent = (db: D1Database, id: string, providerId: string, now: Date) =>
  db
    .prepare(
      `UPDATE outbox SET state = 'sent', provider_id = ?2, mail = NULL, about = NULL, last_error = NULL,
         changed_at = ?3
       WHERE id = ?1`,
    )
    .bind(id, providerId, now.toISOString())
    .run();

export const markDropped = (db: D1Database, id: string, now: Date) =>
  db
    .prepare(
      `UPDATE outbox SET state = 'dropped', mail = NULL, about = NULL, changed_at = ?2
       WHERE id = ?1 AND state = 'waiting'`,
    )
    .bind(id, now.toISOString())
    .run();

/**
 * @param error a code without personal data
 * @param maybeSentAt the first attempt after which it may have gone out
 */
export const retryAt = (
  db: D1Database,
  id: string,
  at: Date,
  error: string,
  maybeSentAt: string | null,
  now: Date,
) =>
  db
    .prepare(
      `UPDATE outbox SET next_at = ?2, last_error = ?3, maybe_sent_at = ?4, changed_at = ?5 WHERE id = ?1`,
    )
    .bind(id, at.toISOString(), error, maybeSentAt, now.toISOString())
    .run();

/** Gives a mail up and writes down the notice about it, together. The other values as in `retryAt`. */
export const markFailed = (
  db: D1Database,
  id: string,
  error: string,
  maybeSentAt: string | null,
  notice: NewMail | undefined,
  now: Date,
) =>
  db.batch([
    db
      .prepare(
        `UPDATE outbox SET state = 'failed', mail = NULL, about = NULL, last_error = ?2, changed_at = ?3,
           maybe_sent_at = ?4
         WHERE id = ?1 AND state = 'waiting'`,
      )
      .bind(id, error, now.toISOString(), maybeSentAt),
    ...(notice ? [writeMail(db, notice, now)] : []),
  ]);
