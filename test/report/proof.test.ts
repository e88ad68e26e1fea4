import { PGlite } from '@electric-sql/pglite';
import { pg_stat_statements } from '@electric-sql/pglite/contrib/pg_stat_statements';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '#src/quiz/answers.ts';
import { proofOf } from '#src/report/proof/proof.ts';
import { repairIds } from '#src/report/repairs.ts';
import { bubbler, engineer, founder } from './personas.ts';

/** As an app’s database stands: Supabase’s function that says who asks, and two tables without care. */
const app = `
  create schema auth;
  create function auth.uid() returns uuid language sql stable as $$ select null::uuid $$;
  create table teams (id int primary key, name text);
  create table memberships (team_id int references teams, user_id uuid);
  create table "Orders" (id int primary key, team_id int references teams, user_id uuid, "Total Sum" int);
  create table stock (shop int, item int, primary key (shop, item));
  create table sales (shop int, item int, foreign key (shop, item) references stock);
  create index on sales (shop);
  insert into teams select n, 'team ' || n from generate_series(1, 20) n;
  insert into "Orders" select n, n % 20 + 1, null, n from generate_series(1, 20000) n;
  analyze;
`;
let db: PGlite;
type Row = Record<string, string | number>;

beforeAll(async () => {
  db = await PGlite.create({ extensions: { pg_stat_statements } });
  await db.exec(app);
  await db.exec('create extension pg_stat_statements');
}, 60_000);
afterAll(() => db.close());

async function rows(sql: string | undefined): Promise<Row[]> {
  if (!sql) throw new Error('The proof has no query');
  await db.exec('select pg_stat_force_next_flush()');
  return (await db.query<Row>(sql)).rows;
}

describe('the proof of an index', () => {
  const { sql, repairs } = proofOf('add-indexes', { builder: 'lovable' });
  const readWhole = async () =>
    Number((await rows(sql)).find(({ table }) => table === 'Orders')?.read_whole);
  const use = 'select * from "Orders" where team_id = 7 and id < 100';

  test('counts up while a long table is read whole, and stands still once its index is there', async () => {
    const before = await readWhole();
    await db.exec('set enable_indexscan = off; set enable_bitmapscan = off');
    await db.exec(use);
    await db.exec('reset all');
    const failing = await readWhole();
    expect(failing).toBeGreaterThan(before);

    const missing = await rows(repairs);
    expect(missing.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['"Orders"', 'memberships', 'sales']),
    );
    for (const { repair } of missing) await db.exec(String(repair));
    expect(await rows(repairs)).toEqual([]);
    await db.exec('analyze');

    const repaired = await readWhole();
    await db.exec(use);
    expect(await readWhole()).toBe(repaired);
  });
});

describe('the proof of a privacy rule', () => {
  test('lists rules that ask for each row, writes their repair, and then lists none', async () => {
    await db.exec(`
      alter table "Orders" enable row level security;
      create policy "own ones" on "Orders" for all
        using (user_id = auth.uid() and "Total Sum" >= 0) with check (auth.uid() = user_id);
      create policy once on "Orders" for select using ((select auth.uid()) = user_id);
    `);
    const { sql } = proofOf('rules-once', { builder: 'lovable', rules: 'row' });
    const found = await rows(sql);
    expect(found.map(({ rule }) => rule)).toEqual(['own ones']);
    for (const { repair } of found) await db.exec(String(repair));
    expect(await rows(sql)).toEqual([]);
    const [policy] = await rows(
      `select qual, with_check from pg_policies where policyname = 'own ones'`,
    );
    expect(String(policy?.qual)).toMatch(/user_id = \( SELECT auth\.uid\(\) AS uid\)/);
    expect(String(policy?.qual)).toContain('"Total Sum" >= 0');
    expect(String(policy?.with_check)).toMatch(/SELECT auth\.uid\(\)/);
    await db.exec(`drop policy "own ones" on "Orders"; drop policy once on "Orders"`);
  });

  test('lists rules that look into another table for each row, until they are turned round', async () => {
    await db.exec(`
      create function is_admin() returns boolean language sql stable as 'select false';
      create policy members on "Orders" for select using (
        exists (select 1 from memberships m where m.team_id = "Orders".team_id and m.user_id = (select auth.uid())));
      create policy admins on teams for select using (is_admin());
    `);
    const { sql } = proofOf('rules-once', { builder: 'lovable', rules: 'join' });
    expect((await rows(sql)).map(({ rule }) => rule)).toEqual(['members', 'admins']);
    await db.exec(`
      alter policy members on "Orders" using (
        team_id in (select team_id from memberships where user_id = (select auth.uid())));
      alter policy admins on teams using ((select is_admin()));
    `);
    expect(await rows(sql)).toEqual([]);
    await db.exec('drop policy members on "Orders"; drop policy admins on teams');
  });

  test('lists tables that are open to everybody, until rules are switched on', async () => {
    const { sql } = proofOf('rules-once', { builder: 'lovable', rules: 'off' });
    const open = (await rows(sql)).map(({ table }) => table);
    expect(open).toEqual(['memberships', 'sales', 'stock', 'teams']);
    await db.exec(`
      alter table memberships enable row level security;
      alter table sales enable row level security;
      alter table stock enable row level security;
      alter table teams enable row level security;
      create policy write on teams for insert with check (true);
    `);
    expect((await rows(sql)).map(({ why }) => why)).toEqual(['“write” lets everybody write']);
    await db.exec('drop policy write on teams');
    expect(await rows(sql)).toEqual([]);
  });
});

describe('the proof of fewer rows and fewer requests', () => {
  const calls = (all: Row[], word: string) =>
    all.find(({ statement }) => String(statement).includes(word));

  test('tells a whole list from a page of it', async () => {
    const { sql } = proofOf('page-on-server', engineer);
    await db.query('select * from "Orders" order by id');
    expect(Number(calls(await rows(sql), '"Orders" order by id')?.rows_each)).toBeGreaterThan(50);
    await db.query('select id from "Orders" order by id limit 50');
    expect(Number(calls(await rows(sql), 'limit')?.rows_each)).toBeLessThanOrEqual(50);
  });

  test('tells a request for each entry from one for all', async () => {
    const { sql } = proofOf('join-requests', engineer);
    for (let id = 1; id <= 5; id++) await db.query(`select name from teams where id = ${id}`);
    expect(Number(calls(await rows(sql), 'select name from teams')?.calls)).toBe(5);
    await db.query('select id, name from teams where id = any(array[1, 2, 3, 4, 5])');
    expect(Number(calls(await rows(sql), 'any(array')?.calls)).toBe(1);
  });
});

test('every repair has a proof in whole sentences, with SQL only where the database speaks it', () => {
  for (const answers of [founder, bubbler, engineer, {}, { builder: 'v0' }] as Answers[]) {
    for (const repair of repairIds) {
      const { how, now, after, sql } = proofOf(repair, answers);
      for (const each of [how, now, after]) expect(each).toMatch(/^[A-Z“].*\.$/);
      expect(now).not.toBe(after);
      if (answers === bubbler && !['add-indexes', 'rules-once'].includes(repair)) {
        expect(sql).toBeUndefined();
      }
    }
  }
});
