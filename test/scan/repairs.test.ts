import type { PGlite } from '@electric-sql/pglite';
import { PGlite as Database } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repairsOf } from '#src/scan/repairs.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { catalogFacts, prepare } from './catalog.ts';
import { MIGRATION, NOTES, projectOf } from './project.ts';

const SQL = `${NOTES}
create table "Order Lines" (id int primary key, "user" uuid references profiles(id), "Total" numeric, note text, created_at timestamptz);
alter table notes enable row level security;
create policy "own ""notes""" on notes for select to authenticated using (auth.uid() = user_id -- the owner
  and title <> 'auth.uid()');
create policy change on notes for update using (auth.uid() = user_id) with check (user_id = auth.uid());
create policy kept on notes for delete using ((select auth.uid()) = user_id);`;
const CODE = `await supabase.from('notes').select().eq('user_id', id).gt('created_at', since).limit(9);
await supabase.from('Order Lines').select().eq('Total', 5).limit(9);
await supabase.from('notes').select().ilike('title', \`%\${word}%\`).limit(9);`;
const FILES = { 'src/a.ts': CODE, [MIGRATION]: SQL };

let db: PGlite;
beforeAll(async () => {
  db = await Database.create({ extensions: { pg_trgm } });
  await prepare(db);
  await db.exec(SQL);
}, 60_000);
afterAll(() => db.close());

test('the statements that are handed out run, and afterwards the faults are gone', async () => {
  const { indexes, policies } = repairsOf(findingsOf(projectOf(FILES)));
  expect(indexes.length).toBeGreaterThanOrEqual(5);
  expect(policies).toHaveLength(2);
  for (const sql of [...indexes, ...policies]) await db.exec(sql);
  const facts = await catalogFacts(db);
  expect(facts.indexes).toEqual(
    expect.arrayContaining([
      'notes(user_id)',
      'notes(title)',
      'Order Lines(Total)',
      'Order Lines(user)',
    ]),
  );
  expect(facts.unindexedKeys).toEqual([]);
  expect(facts.perRow).toEqual([]);
  const again = {
    ...FILES,
    'supabase/migrations/20990101000000_repair.sql': [...indexes, ...policies].join('\n'),
  };
  expect(repairsOf(findingsOf(projectOf(again)))).toMatchObject({ indexes: [], policies: [] });
});

test('running them twice changes nothing and fails nowhere', async () => {
  const { indexes } = repairsOf(findingsOf(projectOf(FILES)));
  const before = await catalogFacts(db);
  for (const sql of indexes) await db.exec(sql);
  expect(await catalogFacts(db)).toEqual(before);
});

test('a rewritten policy lets the same people see the same rows', async () => {
  await db.exec(`
    create or replace function auth.uid() returns uuid language sql stable as $$ select nullif(current_setting('test.uid', true), '')::uuid $$;
    grant usage on schema public, auth to authenticated; grant select on notes to authenticated; grant execute on function auth.uid() to authenticated;
    insert into auth.users (id) values ('00000000-0000-0000-0000-000000000001'), ('00000000-0000-0000-0000-000000000002');
    insert into profiles (id, email) select id, 'a@b.example' from auth.users;
    insert into notes (user_id, title) select id, 'mine' from profiles;
    insert into notes (user_id, title) values ('00000000-0000-0000-0000-000000000001', 'auth.uid()');`);
  const seen = async (uid: string) => {
    await db.exec(`set test.uid = '${uid}'; set role authenticated;`);
    const { rows } = await db.query('select title from notes');
    await db.exec('reset role');
    return rows;
  };
  expect(await seen('00000000-0000-0000-0000-000000000001')).toEqual([{ title: 'mine' }]);
  expect(await seen('')).toEqual([]);
});

test('the words for the tool name every kind of fault with its places', () => {
  const { prompt } = repairsOf(
    findingsOf(
      projectOf({
        'src/a.ts': `for (const n of notes) {\n  await supabase.from('tags').select().eq('name', n);\n}`,
      }),
    ),
  );
  expect(prompt).toContain('- src/a.ts:1 ');
  expect(prompt).toContain('Ask once for the whole list');
  expect(repairsOf([])).toEqual({ indexes: [], policies: [], prompt: '' });
});
