import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readResult } from '#src/scan/query/result.ts';
import { tablesOf } from '#src/scan/query/tables.ts';
import { PARTS, SLOWEST, statement } from '#src/scan/query/statement.ts';
import { emptySchema } from '#src/scan/schema/schema.ts';
import { catalogFacts, readerFacts, supabaseDatabase } from './catalog.ts';
import { NOTES } from './project.ts';

const SQL = `${NOTES}
alter table notes enable row level security;
create policy own on notes for select to authenticated using (auth.uid() = user_id);
create policy add on notes as restrictive for insert with check ((select auth.uid()) = user_id);
create index words on notes (lower(title), created_at);
create index part on notes (tag_id) where done;
alter publication supabase_realtime add table notes;
insert into tags (id, name) select gen_random_uuid(), 'tag ' || n from generate_series(1, 1200) n;
analyze;`;

let db: PGlite;
let answer: string;
beforeAll(async () => {
  db = await supabaseDatabase();
  await db.exec(SQL);
  const { rows } = await db.query<{ scan: unknown }>(statement(false));
  answer = JSON.stringify(rows[0]?.scan);
}, 60_000);
afterAll(() => db.close());

test('what the statement answers is the catalog, once it is read here', async () => {
  const pasted = readResult(answer);
  if (!pasted.ok) throw new Error(pasted.message);
  const schema = emptySchema();
  for (const table of tablesOf(pasted.result)) schema.tables.set(table.name, table);
  expect(readerFacts(schema)).toEqual(await catalogFacts(db));
  expect(schema.tables.get('notes')?.policies.find(({ name }) => name === 'add')).toMatchObject({
    restrictive: true,
  });
});

test('it runs where nothing may be written', async () => {
  await db.exec('begin read only');
  await expect(db.query(statement(false))).resolves.toBeDefined();
  await db.exec('rollback');
});

test('the line about the slowest statements is grammatical where that extension is missing', async () => {
  await expect(db.query(statement(true))).rejects.toThrow(/pg_stat_statements/);
  await db.exec(
    "create view pg_stat_statements as select 'select $1'::text as query, 5::bigint as calls, 1.5::float8 as mean_exec_time, 7.5::float8 as total_exec_time",
  );
  const { rows } = await db.query<{ scan: { slowest: unknown } }>(statement(true));
  await db.exec('drop view pg_stat_statements');
  expect(rows[0]?.scan.slowest).toEqual([['select $1', 5, 1.5]]);
});

test('each part is explained', () => {
  for (const { says } of [...PARTS, SLOWEST]) expect(says).toMatch(/^[A-Z].+\.$/);
});

test.each([
  ['as it is', (json: string) => json],
  ['with the column’s name around it', (json: string) => `[{"scan": ${json}}]`],
  ['as a text in a list of rows', (json: string) => JSON.stringify([{ scan: json }])],
  ['as a cell of a CSV file', (json: string) => `scan\n"${json.replaceAll('"', '""')}"\n`],
  ['beneath a heading', (json: string) => ` scan \n------\n ${json}\n(1 row)`],
])('it is read %s', (_, wrap) => {
  expect(readResult(wrap(answer))).toMatchObject({ ok: true });
});

test.each(['', 'hello', '[]', '{"a": 1}', '{"version": 1, "tables": "many"}'])(
  '%s is refused with what to do',
  (text) => {
    expect(readResult(text)).toMatchObject({ ok: false, message: /^(Copy|Run)/ });
  },
);

test.each([
  ['a text for a number', (one: string) => one.replace(/"rows": ?\d+/, '"rows": "many"')],
  [
    'a row with one entry less',
    (one: string) => one.replace(/"connections": ?\[\d+, ?/, '"connections": ['),
  ],
  ['a part that is not there', (one: string) => one.replace('"policies"', '"rules"')],
  ['another version', (one: string) => one.replace(/"version": ?1/, '"version": 2')],
])('%s is refused', (_, change) => {
  expect(change(answer)).not.toBe(answer);
  expect(readResult(change(answer))).toMatchObject({ ok: false, message: /^Run/ });
});

test('an answer that was cut off is refused', () => {
  expect(readResult(answer.slice(0, -20))).toMatchObject({ ok: false });
});
