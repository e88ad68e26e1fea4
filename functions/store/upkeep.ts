/** Deletes what was kept long enough. The mails of a lead or booking go with it. Returns the rows deleted. */
export async function deleteBefore(
  db: D1Database,
  before: { readonly leads: Date; readonly bookings: Date; readonly mails: Date },
): Promise<number> {
  const results = await db.batch([
    db.prepare('DELETE FROM leads WHERE created_at < ?1').bind(before.leads.toISOString()),
    db.prepare('DELETE FROM bookings WHERE ends_at < ?1').bind(before.bookings.toISOString()),
    db
      .prepare(`DELETE FROM outbox WHERE changed_at < ?1 AND state <> 'waiting'`)
      .bind(before.mails.toISOString()),
    db.prepare('DELETE FROM mailbox WHERE received_at < ?1').bind(before.mails.toISOString()),
  ]);
  return results.reduce((sum, { meta }) => sum + meta.changes, 0);
}

/** Fails when the database cannot be read or a migration is missing. */
export const probe = (db: D1Database) => db.prepare('SELECT id FROM outbox LIMIT 1').first();
