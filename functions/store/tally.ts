/**
 * Counts leads and calls that are about to be deleted into the month in which they came; to be run in one
 * batch with the deletion. The conditions are SQL of ours, each with one value.
 */
export const tally = (
  db: D1Database,
  leads: readonly [where: string, value: string],
  bookings: readonly [where: string, value: string],
): readonly D1PreparedStatement[] =>
  (
    [
      ['lead', 'leads', leads],
      ['call', 'bookings', bookings],
    ] as const
  ).map(([what, table, [where, value]]) =>
    db
      .prepare(
        `INSERT INTO tallies (month, what, count)
         SELECT substr(created_at, 1, 7), '${what}', COUNT(*) FROM ${table} WHERE ${where} GROUP BY 1
         ON CONFLICT (month, what) DO UPDATE SET count = count + excluded.count`,
      )
      .bind(value),
  );
