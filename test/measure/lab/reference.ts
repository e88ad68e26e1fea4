import { median } from '../percentile.ts';
import type { Lab } from '../drive.ts';
import { build } from './table.ts';

const TABLE = {
  rows: 100_000,
  text: 60,
  page: 20,
  indexed: false,
  indexes: 0,
  policy: 'none',
} as const;
/** Scans of the table in one statement, and statements. */
const SCANS = 60;
const STATEMENTS = 7;

/**
 * Milliseconds of a piece of work that is always the same: scans of 100,000 rows inside PostgreSQL. The
 * host shares its cores and caches with others, so its speed changes from one quarter of an hour to the
 * next; times are compared as ratios to this one.
 */
export async function reference({ cluster }: Lab): Promise<number> {
  await cluster.use({ cores: '0', connections: 100, tls: false, buffers: 512 });
  const name = await build(cluster, TABLE);
  const client = cluster.client();
  await client.connect();
  try {
    const took: number[] = [];
    for (let i = 0; i <= STATEMENTS; i++) {
      const begun = performance.now();
      await client.query(
        `select sum(found) from generate_series(1, ${SCANS}) owner_of,
           lateral (select count(*) as found from ${name} where owner = owner_of) as list`,
      );
      if (i > 0) took.push(performance.now() - begun);
    }
    return median(took) / SCANS;
  } finally {
    await client.end();
  }
}
