/** Whether a webhook was dealt with before, or the row of a call (`gone:` and its uid) was deleted. */
export const isSeen = async (db: D1Database, id: string): Promise<boolean> =>
  (await db.prepare('SELECT id FROM cal_events WHERE id = ?1').bind(id).first()) !== null;

export const markSeen = (db: D1Database, id: string, now: Date) =>
  db
    .prepare('INSERT INTO cal_events (id, seen_at) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING')
    .bind(id, now.toISOString())
    .run();

export const forgetEvents = (db: D1Database, before: Date) =>
  db.prepare('DELETE FROM cal_events WHERE seen_at < ?1').bind(before.toISOString()).run();
