import type { NewMail } from '#functions/outbox.ts';

/** A mail about a booking is written only if the booking is at the sequence that it speaks of. */
export const writeMail = (db: D1Database, mail: NewMail, now: Date) =>
  db
    .prepare(
      `INSERT INTO outbox (id, kind, lead_id, booking_id, sequence, recipient, due_at, next_at, changed_at, about)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9
       WHERE ?5 IS NULL OR EXISTS (SELECT 1 FROM bookings WHERE id = ?4 AND sequence = ?5)
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(
      mail.id,
      mail.kind,
      mail.leadId ?? null,
      mail.bookingId ?? null,
      mail.sequence ?? null,
      mail.to,
      mail.dueAt.toISOString(),
      now.toISOString(),
      mail.about ?? null,
    );

/**
 * Writes a row, what belongs to it and the mails that follow from it as one transaction. `false` when a unique key was
 * taken and nothing was written.
 */
export async function writeWithMails(
  db: D1Database,
  row: D1PreparedStatement,
  mails: readonly NewMail[],
  now: Date,
  also: readonly D1PreparedStatement[] = [],
): Promise<boolean> {
  try {
    await db.batch([row, ...also, ...mails.map((mail) => writeMail(db, mail, now))]);
    return true;
  } catch (error) {
    if (error instanceof Error && /UNIQUE constraint failed/.test(error.message)) return false;
    throw error;
  }
}
