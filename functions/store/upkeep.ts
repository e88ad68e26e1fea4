import { tally } from './tally.ts';

/** Deletes what was kept long enough. The mails of a lead or booking go with it. Returns the rows deleted. */
export async function deleteBefore(
  db: D1Database,
  before: {
    readonly leads: Date;
    readonly bookings: Date;
    readonly mails: Date;
    readonly stops: Date;
  },
): Promise<number> {
  const [leads, bookings, mails, stops] = [
    before.leads,
    before.bookings,
    before.mails,
    before.stops,
  ].map((date) => date.toISOString()) as [string, string, string, string];
  const counted = tally(db, ['created_at < ?1', leads], ['ends_at < ?1', bookings]);
  const results = await db.batch([
    ...counted,
    db.prepare('DELETE FROM leads WHERE created_at < ?1').bind(leads),
    db.prepare('DELETE FROM bookings WHERE ends_at < ?1').bind(bookings),
    db.prepare(`DELETE FROM outbox WHERE changed_at < ?1 AND state <> 'waiting'`).bind(mails),
    db.prepare('DELETE FROM mailbox WHERE received_at < ?1').bind(mails),
    db.prepare('DELETE FROM mail_events WHERE seen_at < ?1').bind(mails),
    db.prepare('DELETE FROM stops WHERE since < ?1').bind(stops),
  ]);
  return results.slice(counted.length).reduce((sum, { meta }) => sum + meta.changes, 0);
}

/** Messages that should have gone out before then and still wait. */
export const lateBy = async (db: D1Database, before: Date): Promise<number> =>
  (await db
    .prepare(`SELECT COUNT(*) AS n FROM outbox WHERE state = 'waiting' AND due_at < ?1`)
    .bind(before.toISOString())
    .first<number>('n')) ?? 0;

/** Fails when the database cannot be read or a migration is missing. */
export const probe = (db: D1Database) => db.prepare('SELECT delivery FROM outbox LIMIT 1').first();
