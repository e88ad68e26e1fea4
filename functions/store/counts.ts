import { type Counted, type Limit, limits } from '#functions/limits.ts';

/** Counts one more for each limit and says which one is exceeded by it, if any. Counts under load too. */
export async function countUp(
  db: D1Database,
  counted: Counted,
  now: Date,
): Promise<Limit | undefined> {
  const day = now.toISOString().slice(0, 10);
  const entries = Object.entries(counted) as [Limit, string][];
  const results = await db.batch<{ n: number }>(
    entries.map(([limit, who]) =>
      db
        .prepare(
          `INSERT INTO counts (key, day, n) VALUES (?1, ?2, 1)
           ON CONFLICT (key) DO UPDATE SET n = n + 1 RETURNING n`,
        )
        .bind(`${day}:${limit}:${who}`, day),
    ),
  );
  return entries.find(([limit], at) => (results[at]?.results[0]?.n ?? 0) > limits[limit])?.[0];
}

export const spendProof = (db: D1Database, id: string, expires: Date) =>
  db
    .prepare('INSERT INTO spent_proofs (id, expires_at) VALUES (?1, ?2)')
    .bind(id, expires.toISOString());

/** Yesterday's counts and proofs that have expired count no more. */
export const forgetCounts = (db: D1Database, now: Date) =>
  db.batch([
    db.prepare('DELETE FROM counts WHERE day < ?1').bind(now.toISOString().slice(0, 10)),
    db.prepare('DELETE FROM spent_proofs WHERE expires_at < ?1').bind(now.toISOString()),
  ]);
