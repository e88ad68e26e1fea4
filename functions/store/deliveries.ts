import { isHook, isNotice, isReminder, type Kind, undelivered } from '#functions/outbox.ts';
import { deliveries, type DeliveryState, type MailEvent } from '#functions/mail/resend-event.ts';
import { site } from '#src/site.ts';
import { addStop } from './stops.ts';
import { writeMail } from './write.ts';

interface Row {
  readonly id: string;
  readonly kind: Kind;
  readonly leadId: string | null;
  readonly bookingId: string | null;
}

/** The visitor waits for a mail that will not come; of reminders and of the owner's own mails nobody has to know. */
const hasToBeTold = ({ kind }: Row, state: DeliveryState) =>
  ['bounced', 'failed', 'suppressed'].includes(state) &&
  !isReminder(kind) &&
  !isNotice(kind) &&
  !isHook(kind);

/**
 * Takes an event of the mail provider in, once: what became of the mail, which address gets no more, and
 * whom to tell, all in one transaction. An event that is older than what is known changes nothing of it.
 * @param key names the webhook · Returns whether it was new.
 */
export async function takeEvent(
  db: D1Database,
  key: string,
  event: MailEvent,
  now: Date,
): Promise<boolean> {
  const row = await db
    .prepare(
      'SELECT id, kind, lead_id AS leadId, booking_id AS bookingId FROM outbox WHERE provider_id = ?1 OR id = ?2',
    )
    .bind(event.providerId, event.id ?? '')
    .first<Row>();
  const { stop } = event;
  const visitors = event.to.filter((address) => address !== site.contact.owner);
  try {
    await db.batch([
      db
        .prepare('INSERT INTO mail_events (id, seen_at) VALUES (?1, ?2)')
        .bind(key, now.toISOString()),
      ...(stop ? await Promise.all(visitors.map((to) => addStop(db, to, stop, event.at))) : []),
      ...(row ? [told(db, row, event, now)] : []),
      ...(row && hasToBeTold(row, event.state) ? [writeMail(db, undelivered(row, now), now)] : []),
    ]);
    return true;
  } catch (error) {
    if (error instanceof Error && /UNIQUE constraint failed: mail_events/.test(error.message))
      return false;
    throw error;
  }
}

/** The provider has the mail, whatever we thought: it is not tried again. */
function told(db: D1Database, { id }: Row, { state, at, providerId }: MailEvent, now: Date) {
  const rank = (name: string) =>
    `CASE ${name} ${deliveries.map((d, i) => `WHEN '${d}' THEN ${i}`).join(' ')} END`;
  return db
    .prepare(
      `UPDATE outbox SET delivery = ?2, delivery_at = ?3, provider_id = ?4, state = 'sent', mail = NULL,
         about = NULL, changed_at = ?5,
         last_error = CASE WHEN ?2 IN ('bounced', 'failed', 'suppressed', 'complained') THEN ?2 END
       WHERE id = ?1 AND (delivery_at IS NULL OR delivery_at < ?3
         OR (delivery_at = ?3 AND ${rank('delivery')} < ${rank('?2')}))`,
    )
    .bind(id, state, at.toISOString(), providerId, now.toISOString());
}
