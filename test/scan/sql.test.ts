import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applySql } from '#src/scan/sql/apply.ts';
import { statements, tokens } from '#src/scan/sql/token.ts';
import { catalogFacts, load, readerFacts, supabaseDatabase } from './catalog.ts';
import { NOTES } from './project.ts';

/** Each is run by PostgreSQL and by the reader; both have to tell the same of what is there afterwards. */
const CASES: Readonly<Record<string, string>> = {
  'tables with every way to name a key': `
    create table a (id bigint generated always as identity primary key, "Mixed Case" text unique, n numeric(10, 2) default 0 check (n > 0));
    create table if not exists public.b (a_id bigint references a, c int, d text not null default 'x, y', constraint b_pk primary key (a_id, c), unique (d, c));
    create table c (like b including all, extra int references a(id));
    create table "order" (id int primary key, "user" int, foreign key ("user") references a (id) on delete set null);`,
  'lists within a column': `
    create table d (days int[] default array[1, 2, 3], board text[] default ARRAY['', ''], "at" time[] not null);`,
  'columns that come, go and change their name': `
    ${NOTES}
    alter table notes add column if not exists title text, add column pinned boolean default false, add column tag2 uuid references tags(id) not null;
    create index on notes (pinned, created_at desc);
    alter table notes rename column user_id to owner_id;
    alter table notes drop column pinned;
    alter table if exists nowhere add column x int;
    alter table only notes alter column title drop not null;`,
  'tables that change their name or go': `
    ${NOTES}
    create index notes_by on notes (user_id);
    alter table notes rename to papers;
    drop table if exists settings cascade;
    alter table tags rename constraint tags_pkey to tags_key;`,
  'indexes of every kind': `
    ${NOTES}
    create index concurrently if not exists one on public.notes using btree (user_id, created_at desc nulls last);
    create unique index two on notes (lower(title), user_id);
    create index three on notes (created_at) where not done;
    create index four on notes using hash (tag_id);
    create index on notes (title text_pattern_ops) include (done);
    create index one on notes (title);
    create index five on notes (nothing_there);
    drop index two;`,
  'indexes of the rows that have a value': `
    ${NOTES}
    create index one on notes (user_id) where user_id is not null;
    create index two on notes (tag_id, user_id) where (user_id is not null);
    create table links (id int, note uuid references notes, tag uuid references tags);
    create unique index three on links (note, tag) where note is not null;
    create index four on links (tag) where tag is not null and id > 1;`,
  'indexes that become keys, and names that keys have': `
    create table places (id uuid, name text, code text unique);
    create unique index places_pkey on public.places using btree (id);
    create unique index places_name_key on places (name);
    alter table places add constraint places_pkey primary key using index places_pkey;
    alter table places add constraint places_name_key unique using index places_name_key;
    create unique index if not exists places_code_key on places (code);`,
  'what fails changes nothing': `
    ${NOTES}
    create table notes (other int);
    create policy p on notes for select using (true);
    create policy p on notes for delete using (false);
    create policy if not exists q on notes for select using (true);
    create index i on nowhere (x);
    alter table notes add column title int;`,
  'policies in every form': `
    ${NOTES}
    alter table notes enable row level security; alter table tags enable row level security; alter table tags disable row level security;
    create policy "Own; notes -- here" on public.notes as permissive for select to authenticated, anon using (auth.uid() = user_id and title <> 'a;b');
    create policy ins on notes for insert with check ((select auth.uid()) = user_id);
    create policy up on notes for update using (exists (select 1 from profiles p where p.id = auth.uid())) with check (true);
    create policy every on notes as restrictive using (true);
    create policy gone on notes for delete using (true);
    drop policy if exists gone on public.notes;
    alter policy every on notes using (user_id = (select auth.uid()));
    create policy "A name of more than sixty-three letters is cut off by PostgreSQL at" on tags using (true);
    create policy "A name of more than sixty-three letters is cut off by PostgreSQL ends" on tags using (true);`,
  'policies that ask other tables': `
    ${NOTES}
    create table teams (id uuid primary key, owner uuid, tag uuid);
    create function visible(one uuid) returns boolean language sql as 'select true';
    create policy staff on notes using (exists (select 1 from profiles where id = auth.uid() and email in ('a', 'b')));
    create policy aliased on notes using (exists (select 1 from public.profiles as p where p.id = auth.uid() and p.email = 'a'::text limit 1));
    create policy joined on notes using (tag_id in (select t.tag from teams t join profiles p on p.id = t.owner where p.id = auth.uid()));
    create policy listed on notes using (tag_id in (select t.tag from teams t, profiles p where p.id = t.owner and p.id = auth.uid()));
    create policy nested on notes using (tag_id in (select tag from teams where owner in (select id from profiles where id = auth.uid())));
    create policy value on notes using ((select email from profiles where id = auth.uid()) = any (array['a']));
    create policy alone on notes using ((select visible(auth.uid())) or user_id = (select (auth.jwt() ->> 'sub')::uuid as id));
    create policy own on notes using (exists (select 1 from teams where teams.tag = notes.tag_id and owner = auth.uid()));
    create policy bare on notes using (exists (select 1 from teams t where t.tag = tag_id and t.owner = auth.uid()));
    create policy given on notes using (exists (select 1 from teams where owner = auth.uid() and visible(tag_id)));
    create policy made on notes using ((select auth.uid() = user_id));
    create policy deep on notes using (exists (select 1 from teams t where t.tag = notes.tag_id and exists (select 1 from profiles p where p.id = t.owner and p.id = auth.uid())));
    create policy quoted on notes using (exists (select 1 from "profiles" "P" where "P".id = auth.uid() and "P".email is not null));
    create policy "either" on notes using (user_id = auth.uid() or exists (select 1 from profiles where id = auth.uid()));`,
  'statements within blocks of code': `
    ${NOTES}
    do $$ begin
      if not exists (select 1 from pg_policies where policyname = 'p') then
        create policy p on notes for select using (auth.uid() = user_id);
      end if;
      create index inside on notes (user_id);
      execute 'alter table tags enable row level security';
    exception when duplicate_object then null; end $$;
    create or replace function f() returns trigger language plpgsql as $body$ begin create table never (x int); return new; end $body$;`,
  'statements that a loop makes of the catalog or of names': `
    ${NOTES}
    create table "Mixed" (id int primary key);
    create policy "One of; notes" on notes using (true);
    create policy two on notes for select using (true);
    create policy three on tags using (true);
    do $$ declare r record; t text; begin
      for r in (select schemaname, tablename, policyname from pg_policies where schemaname = 'public' and tablename in ('notes')) loop
        execute format('drop policy if exists %I on %I.%I', r.policyname, r.schemaname, r.tablename);
      end loop;
      for r in select tablename from pg_tables where schemaname = 'public' loop
        raise notice 'now %', r.tablename;
        execute format('alter table public.%I enable row level security', r.tablename);
      end loop;
      foreach t in array array['tags', 'settings'] loop
        if t <> 'none' then
          execute format('create policy %I on %I for select using (true)', 'read_all', t);
        end if;
        execute format('create policy all_of on public.%1$I for all using (%2$L = %2$L)', t, 'a');
      end loop;
      for r in select table_name from information_schema.tables where table_schema = 'public' and table_name = 'Mixed' loop
        execute format('alter table %I disable row level security;', r.table_name);
      end loop;
      for r in select tablename from pg_tables where schemaname = 'elsewhere' loop
        execute format('drop table %I', r.tablename);
      end loop;
    end $$;`,
  'the publication that realtime reads': `
    ${NOTES}
    alter publication supabase_realtime add table notes, public.tags;
    alter publication supabase_realtime drop table tags;`,
  'comments, quotes and dollars': `
    /* create table no1 (x int); */ -- create table no2 (x int);
    create table q ("a""b" int, t text default 'it''s; fine', u text default E'\\'; create table no3 (x int);', v text default $x$;$x$);
    comment on table q is 'create table no4 (x int);';
    insert into q (t) values ('create table no5 (x int);');`,
};

let db: PGlite;
beforeAll(async () => {
  db = await supabaseDatabase();
}, 60_000);
afterAll(() => db.close());

describe('the reader tells what PostgreSQL’s catalog tells', () => {
  test.each(Object.entries(CASES))('%s', async (_, sql) => {
    await load(db, sql);
    const facts = await catalogFacts(db);
    await db.exec(
      'drop schema public cascade; create schema public; drop publication supabase_realtime; create publication supabase_realtime',
    );
    expect(readerFacts(applySql([{ path: 'a.sql', text: sql }]))).toEqual(facts);
  });
});

test('the rows of a dump are no statements', () => {
  const dump = `CREATE TABLE public.a (x text);\nCOPY public.a (x) FROM stdin;\ncreate table public.b (y int);\n\\.\nCREATE TABLE public.c (z int);`;
  expect([...applySql([{ path: 'dump.sql', text: dump }]).tables.keys()]).toEqual(['a', 'c']);
});

test('a temporary table is none of the app’s', () => {
  const sql =
    'create temp table t (x int); create temporary table u (x int); create table v (x int);';
  expect([...applySql([{ path: 'a.sql', text: sql }]).tables.keys()]).toEqual(['v']);
});

test('lines are told as an editor counts them', () => {
  expect(statements('-- one\n\nselect 1;\n/* two\n*/ select 2;').map(({ line }) => line)).toEqual([
    3, 5,
  ]);
});

test('what is no SQL at all is read without an error', () => {
  for (const text of [
    '',
    "'",
    '$$',
    '"',
    '((((',
    'create',
    'create table',
    'alter table x add',
    '\u{1F600}',
    'create policy p on',
  ]) {
    expect(() => applySql([{ path: 'a.sql', text }])).not.toThrow();
    expect(() => tokens(text)).not.toThrow();
  }
});
