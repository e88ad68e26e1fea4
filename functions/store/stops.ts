/** Why an address gets no more mail: none at all when it bounced or complained, no reminders when it unsubscribed. */
export type Stop = 'unsubscribed' | 'bounced' | 'complained';

/** By which an address is recognised without being kept. */
async function fingerprint(address: string): Promise<string> {
  const bytes = new TextEncoder().encode(address.trim().toLowerCase());
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}

export async function stopsOf(db: D1Database, address: string): Promise<readonly Stop[]> {
  const { results } = await db
    .prepare('SELECT reason FROM stops WHERE fingerprint = ?1 ORDER BY since')
    .bind(await fingerprint(address))
    .all<{ reason: Stop }>();
  return results.map(({ reason }) => reason);
}

/** To be run alone or in a batch; the same one twice changes nothing. */
export const addStop = async (db: D1Database, address: string, reason: Stop, since: Date) =>
  db
    .prepare(
      'INSERT INTO stops (fingerprint, reason, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING',
    )
    .bind(await fingerprint(address), reason, since.toISOString());
