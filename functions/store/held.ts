import type { Kind } from '#functions/outbox.ts';
import { findBooking, type StoredBooking } from './bookings.ts';
import { findLead, type StoredLead } from './leads.ts';
import { type Stop, stopsOf } from './stops.ts';

/** A mail as the outbox knows it. */
export interface HeldMail {
  readonly id: string;
  readonly kind: Kind;
  readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
  /** What the provider says has become of it. */
  readonly delivery: string | null;
  /** UTC, ISO 8601: when it is or was due, and when something last happened to it. */
  readonly dueAt: string;
  readonly changedAt: string;
}

/** Everything that is kept under one address. */
export interface Held {
  readonly email: string;
  readonly leads: readonly StoredLead[];
  readonly bookings: readonly StoredBooking[];
  readonly mails: readonly HeldMail[];
  readonly stops: readonly Stop[];
}

/** The address that a signed link's subject, `lead_<id>` or `call_<id>`, stands for. */
export async function addressOf(db: D1Database, subject: string): Promise<string | undefined> {
  const [what, id = ''] = subject.split('_');
  const found = what === 'call' ? await findBooking(db, id) : await findLead(db, id);
  return found?.email;
}

export async function heldUnder(db: D1Database, email: string): Promise<Held> {
  const ids = async (table: 'leads' | 'bookings') =>
    (
      await db
        .prepare(`SELECT id FROM ${table} WHERE email = ?1 COLLATE NOCASE ORDER BY created_at`)
        .bind(email)
        .all<{ id: string }>()
    ).results;
  const all = async <T>(
    table: 'leads' | 'bookings',
    find: (id: string) => Promise<T | undefined>,
  ) =>
    (await Promise.all((await ids(table)).map(({ id }) => find(id)))).filter(
      (one) => one !== undefined,
    );
  const { results: mails } = await db
    .prepare(
      `SELECT id, kind, state, delivery, due_at AS dueAt, changed_at AS changedAt FROM outbox
       WHERE recipient = ?1 COLLATE NOCASE ORDER BY due_at, id`,
    )
    .bind(email)
    .all<HeldMail>();
  return {
    email,
    leads: await all('leads', (id) => findLead(db, id)),
    bookings: await all('bookings', (id) => findBooking(db, id)),
    mails,
    stops: await stopsOf(db, email),
  };
}
