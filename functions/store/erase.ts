import type { NewMail } from '#functions/outbox.ts';
import { tally } from './tally.ts';
import { writeMail } from './write.ts';

/**
 * Deletes everything under an address: leads, calls, and every mail to or about them. What stays is a
 * count of the month, and the fingerprint of an address that asked us to stop. Writes the notice about it
 * in the same transaction.
 */
export async function eraseAddress(
  db: D1Database,
  email: string,
  notice: NewMail,
  now: Date,
): Promise<void> {
  const theirs = `(SELECT id FROM outbox WHERE recipient = ?1 COLLATE NOCASE
    OR lead_id IN (SELECT id FROM leads WHERE email = ?1 COLLATE NOCASE)
    OR booking_id IN (SELECT id FROM bookings WHERE email = ?1 COLLATE NOCASE))`;
  const theirOwn = 'email = ?1 COLLATE NOCASE';
  const run = (sql: string) => db.prepare(sql).bind(email);
  await db.batch([
    ...tally(db, [theirOwn, email], [theirOwn, email]),
    run(`DELETE FROM mailbox WHERE id IN ${theirs}`),
    run(`DELETE FROM outbox WHERE id IN ${theirs}`),
    run('DELETE FROM leads WHERE email = ?1 COLLATE NOCASE'),
    run('DELETE FROM bookings WHERE email = ?1 COLLATE NOCASE'),
    writeMail(db, notice, now),
  ]);
}
