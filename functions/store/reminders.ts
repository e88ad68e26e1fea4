/**
 * Whether reminders about a lead have become pointless: she booked a call that was not over when she
 * asked for the report, asked for a newer report, or never got this one.
 */
export async function isReminderStopped(db: D1Database, leadId: string): Promise<boolean> {
  const stopped = await db
    .prepare(
      `SELECT EXISTS (
           SELECT 1 FROM bookings
           WHERE lead_id = l.id OR (email = l.email COLLATE NOCASE AND ends_at > l.created_at))
         OR EXISTS (SELECT 1 FROM leads WHERE email = l.email COLLATE NOCASE AND created_at > l.created_at)
         OR EXISTS (SELECT 1 FROM outbox WHERE id = 'report:' || l.id AND state = 'failed')
         OR EXISTS (
           SELECT 1 FROM outbox
           WHERE lead_id = l.id AND delivery IN ('bounced', 'complained', 'failed', 'suppressed'))
         AS stopped
       FROM leads l WHERE l.id = ?1`,
    )
    .bind(leadId)
    .first<number>('stopped');
  return stopped !== 0;
}
