/** A mail in the local mailbox. */
export interface StoredMail {
  readonly id: string;
  readonly mail: string;
  readonly receivedAt: string;
}

/** Puts a mail into the local mailbox; the same one twice is there once. */
export const receiveMail = (db: D1Database, mail: StoredMail) =>
  db
    .prepare(
      'INSERT INTO mailbox (id, mail, received_at) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO NOTHING',
    )
    .bind(mail.id, mail.mail, mail.receivedAt)
    .run();

export async function receivedMails(db: D1Database, limit: number): Promise<readonly StoredMail[]> {
  const { results } = await db
    .prepare(
      'SELECT id, mail, received_at AS receivedAt FROM mailbox ORDER BY received_at DESC, id LIMIT ?1',
    )
    .bind(limit)
    .all<StoredMail>();
  return results;
}

export async function receivedMail(db: D1Database, id: string): Promise<StoredMail | undefined> {
  const row = await db
    .prepare('SELECT id, mail, received_at AS receivedAt FROM mailbox WHERE id = ?1')
    .bind(id)
    .first<StoredMail>();
  return row ?? undefined;
}
