import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrder, readPlan } from '#src/postgres/plan.ts';
import { inWords } from '#src/postgres/plan-words.ts';
import { startImage } from '#src/postgres/start-image.ts';
import { attempt } from '#src/postgres/trial.ts';
import { DOWNLOAD_MB, version } from '#src/postgres/version.ts';

let db: PGlite;
let image: Uint8Array;
beforeAll(async () => {
  image = await startImage();
  db = await PGlite.create({ loadDataDir: new Blob([new Uint8Array(image)]) });
  await db.exec('create table t (id int primary key, name text)');
  await db.exec("insert into t select n, 'Name ' || n from generate_series(1, 500) n; analyze t");
}, 180_000);
afterAll(() => db.close());

describe('the database that the page starts from', () => {
  it('is the version that the page names', async () => {
    const { rows } = await db.query<{ version: string }>('select version()');
    expect(rows[0]?.version).toContain(`PostgreSQL ${version.postgres} (PGlite ${version.pglite})`);
  });

  it('weighs, with the program, what the button says', () => {
    const dist = new URL('../../node_modules/@electric-sql/pglite/dist/', import.meta.url);
    const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    const code = readdirSync(dist).filter((name) => /^chunk-.*\.js$/.test(name));
    const files = ['pglite.wasm', 'pglite.data', 'initdb.wasm', ...code];
    const bytes = files
      .map((name) => brotliCompressSync(readFileSync(new URL(name, dist)), quick).length)
      .reduce((sum, length) => sum + length, image.length);
    expect(Math.abs(bytes / 1e6 - DOWNLOAD_MB)).toBeLessThan(0.3);
  });
});

describe('a trial', () => {
  it('times a statement and tells its plan', async () => {
    const finding = await attempt(db, {
      kind: 'statement',
      sql: "select * from t where name = 'Name 7'",
    });
    expect(finding.values.ms).toBeGreaterThan(0);
    expect(finding.plan).toMatchObject({ node: 'Seq Scan', on: 't', rows: 1, removed: 499 });
  });

  it('counts one request for the list and one for each entry', async () => {
    const finding = await attempt(db, {
      kind: 'requests',
      list: 'select id from t where id <= 7',
      each: 'select name from t where id = $1',
      roundTrip: 0,
    });
    expect(finding.values.requests).toBe(8);
  });

  it('waits for the way at every request', async () => {
    const list = 'select 1';
    const finding = await attempt(db, { kind: 'requests', list, roundTrip: 40 });
    expect(finding.values.ms).toBeGreaterThanOrEqual(39);
  });

  it('weighs an answer in bytes, not in letters', async () => {
    const weigh = async (word: string) =>
      (await attempt(db, { kind: 'payload', sql: `select '${word}' as w` })).values.bytes ?? 0;
    expect((await weigh('é')) - (await weigh('e'))).toBe(1);
  });

  it('passes on what PostgreSQL says when it refuses', async () => {
    await expect(attempt(db, { kind: 'statement', sql: 'select nothing' })).rejects.toThrow(
      /"nothing" does not exist/,
    );
  });
});

describe('a plan', () => {
  const told = (plan: object) => readPlan([{ Plan: plan }]);
  const scan = {
    'Node Type': 'Seq Scan',
    'Relation Name': 'orders',
    'Actual Rows': 2,
    'Actual Loops': 3,
    'Rows Removed by Filter': 10,
  };

  it('counts rows over all loops', () => {
    expect(told(scan)).toMatchObject({ rows: 6, removed: 30 });
  });

  it('is read in the order of the work', () => {
    const plan = told({ 'Node Type': 'Limit', 'Actual Rows': 1, 'Actual Loops': 1, Plans: [scan] });
    expect(inOrder(plan).map(({ node }) => node)).toEqual(['Seq Scan', 'Limit']);
    expect(inWords(plan).map(({ name, rows }) => `${name}: ${rows}`)).toEqual([
      'Seq Scan on orders: 36 read, 6 kept',
      'Limit: 1 row',
    ]);
  });

  it('is refused when it is no plan', () => {
    expect(() => readPlan('Seq Scan on orders')).toThrow(/form that PostgreSQL/);
  });
});
