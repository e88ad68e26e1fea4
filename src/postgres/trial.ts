import { type Plan, readPlan } from './plan.ts';

/** What a trial needs of PostgreSQL; PGlite has it, in the browser's worker as in Node. */
export interface Database {
  exec(sql: string): Promise<unknown>;
  query<Row>(
    sql: string,
    params?: unknown[],
    options?: { rowMode?: 'array' | 'object' },
  ): Promise<{ rows: Row[] }>;
}

/** One statement, timed over and over, with its plan. */
interface Statement {
  readonly kind: 'statement';
  readonly sql: string;
}

/** A list, then one request for each of its rows (`$1` is the row's first column), one after another. */
interface Requests {
  readonly kind: 'requests';
  readonly list: string;
  readonly each?: string;
  /** Round trip to the database in milliseconds, waited for at each request. */
  readonly roundTrip: number;
}

/** An answer as an API would send it: fetched, turned into JSON text, read back on this device. */
interface Payload {
  readonly kind: 'payload';
  readonly sql: string;
}

export type Trial = Statement | Requests | Payload;

/** What a trial found: milliseconds, bytes and counts by name, and the plan where one was asked for. */
export interface Finding {
  readonly values: Readonly<Record<string, number>>;
  readonly plan?: Plan;
}

/** Browsers round their clock to as much as a millisecond, so a batch has to last longer than that. */
const BATCH_MS = 25;
const BATCHES = 5;

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Milliseconds of one run: the quickest of five batches, since whatever else the device does can only
 * make a batch slower.
 */
async function timed(work: () => Promise<unknown>): Promise<number> {
  let size = 1;
  let took = await elapsed(work);
  const batch = () =>
    elapsed(async () => {
      for (let i = 0; i < size; i++) await work();
    });
  while (took < BATCH_MS && size < 1024) {
    size *= 2;
    took = await batch();
  }
  for (let i = 1; i < BATCHES; i++) took = Math.min(took, await batch());
  return took / size;
}

const tries = {
  async statement(db: Database, { sql }: Statement): Promise<Finding> {
    await db.query(sql);
    const ms = await timed(() => db.query(sql));
    const { rows } = await db.query<{ 'QUERY PLAN': unknown }>(
      `explain (analyze, buffers, format json) ${sql}`,
    );
    return { values: { ms }, plan: readPlan(rows[0]?.['QUERY PLAN']) };
  },

  async requests(db: Database, { list, each, roundTrip }: Requests): Promise<Finding> {
    const request = async (sql: string, params?: unknown[]) => {
      if (roundTrip > 0) await new Promise((done) => setTimeout(done, roundTrip));
      return db.query<unknown[]>(sql, params, { rowMode: 'array' });
    };
    let requests = 0;
    const ms = await elapsed(async () => {
      const { rows } = await request(list);
      requests += 1;
      if (!each) return;
      for (const [key] of rows) {
        await request(each, [key]);
        requests += 1;
      }
    });
    return { values: { ms, requests } };
  },

  async payload(db: Database, { sql }: Payload): Promise<Finding> {
    const wrapped = `select coalesce(json_agg(answer), '[]')::text as body from (${sql}) as answer`;
    const { rows } = await db.query<{ body: string }>(wrapped);
    const body = rows[0]?.body ?? '[]';
    const parse = await timed(async () => JSON.parse(body));
    return { values: { bytes: new TextEncoder().encode(body).length, parse } };
  },
};

/** @throws {Error} PostgreSQL's own message when it refuses a statement. */
export function attempt(db: Database, trial: Trial): Promise<Finding> {
  switch (trial.kind) {
    case 'statement':
      return tries.statement(db, trial);
    case 'requests':
      return tries.requests(db, trial);
    case 'payload':
      return tries.payload(db, trial);
  }
}
