/** PostgreSQL's own word on a schema, in the form in which the reader's is compared with it. */
import { PGlite } from '@electric-sql/pglite';
import { isIndexed, type Schema } from '#src/scan/schema/schema.ts';
import { callsPerRow } from '#src/scan/sql/policies.ts';
import { statements } from '#src/scan/sql/token.ts';

export interface SchemaFacts {
  readonly tables: readonly string[];
  readonly columns: readonly string[];
  readonly indexes: readonly string[];
  readonly unindexedKeys: readonly string[];
  readonly secured: readonly string[];
  readonly policies: readonly string[];
  readonly perRow: readonly string[];
  readonly live: readonly string[];
}

/** What a Supabase project has before its first migration, as far as migrations speak of it. */
const PRELUDE = `
create role anon; create role authenticated; create role service_role; create role supabase_admin;
create schema auth; create schema storage; create schema extensions; create schema realtime; create schema cron;
create table auth.users (id uuid primary key, email text, raw_user_meta_data jsonb, created_at timestamptz);
create function auth.uid() returns uuid language sql stable as 'select null::uuid';
create function auth.jwt() returns jsonb language sql stable as $$select '{}'::jsonb$$;
create function auth.role() returns text language sql stable as $$select 'anon'::text$$;
create function auth.email() returns text language sql stable as $$select ''::text$$;
create table storage.buckets (id text primary key, name text, public boolean, file_size_limit bigint, allowed_mime_types text[]);
create table storage.objects (id uuid primary key, bucket_id text, name text, owner uuid);
create function storage.foldername(name text) returns text[] language sql as $$select string_to_array(name, '/')$$;
create function extensions.uuid_generate_v4() returns uuid language sql as 'select gen_random_uuid()';
create function uuid_generate_v4() returns uuid language sql as 'select gen_random_uuid()';
create publication supabase_realtime;
set check_function_bodies = off;
`;

export const prepare = (db: PGlite) => db.exec(PRELUDE);

export async function supabaseDatabase(): Promise<PGlite> {
  const db = await PGlite.create();
  await prepare(db);
  return db;
}

/** Runs a file statement by statement; what fails changes nothing. Returns how many failed, of how many. */
export async function load(
  db: PGlite,
  sql: string,
): Promise<{ failed: number; all: number; errors: string[] }> {
  const all = statements(sql);
  const errors: string[] = [];
  for (const { tokens } of all) {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (!first || !last || /^(begin|commit|rollback)$/.test(first.text)) continue;
    try {
      await db.exec(sql.slice(first.start, last.end));
    } catch (error) {
      errors.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { failed: errors.length, all: all.length, errors };
}

const rows = async (db: PGlite, sql: string): Promise<string[]> =>
  (await db.query<{ fact: string }>(sql)).rows.map(({ fact }) => fact).sort();

/** Column names by number, in the order of an array of numbers. */
const COLUMNS = (relation: string, numbers: string) =>
  `array_to_string(array(select coalesce(a.attname, '?') from unnest(${numbers}) with ordinality as n(number, at) left join pg_attribute a on a.attrelid = ${relation} and a.attnum = n.number and n.number <> 0 order by at), ',')`;

export async function catalogFacts(db: PGlite): Promise<SchemaFacts> {
  const perRow = await db.query<{ name: string; expression: string }>(
    `select tablename || '.' || policyname as name, coalesce(qual, '') || ' ' || coalesce(with_check, '') as expression from pg_policies where schemaname = 'public'`,
  );
  return {
    tables: await rows(
      db,
      `select relname as fact from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relpersistence <> 't'`,
    ),
    columns: await rows(
      db,
      `select c.relname || '.' || a.attname as fact from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
    ),
    indexes: await rows(
      db,
      `select c.relname || '(' || ${COLUMNS('i.indrelid', '(i.indkey::int2[])[0:i.indnkeyatts - 1]')} || ')' || case when i.indisunique then ' unique' else '' end || case when i.indpred is null then '' else ' partial' end as fact from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace`,
    ),
    unindexedKeys: await rows(
      db,
      `select c.relname || '.' || ${COLUMNS('k.conrelid', 'k.conkey')} as fact from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and not exists (select 1 from pg_index i where i.indrelid = k.conrelid and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '(' || (select quote_ident(attname) from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) || ' IS NOT NULL)') and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] <@ k.conkey)`,
    ),
    secured: await rows(
      db,
      `select relname as fact from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity`,
    ),
    policies: await rows(
      db,
      `select tablename || '.' || policyname || ' ' || lower(cmd) as fact from pg_policies where schemaname = 'public'`,
    ),
    perRow: perRow.rows
      .filter(({ expression }) => callsPerRow(expression).length > 0)
      .map(({ name }) => name)
      .sort(),
    live: await rows(
      db,
      `select tablename as fact from pg_publication_tables where pubname = 'supabase_realtime' and schemaname = 'public'`,
    ),
  };
}

/** The same facts as the reader tells them. */
export function readerFacts(schema: Schema): SchemaFacts {
  const tables = [...schema.tables.values()].filter((table) => !table.name.includes('.'));
  const index = (
    table: string,
    columns: readonly (string | undefined)[],
    unique: boolean,
    partial: boolean,
  ) =>
    `${table}(${columns.map((column) => column ?? '?').join(',')})${unique ? ' unique' : ''}${partial ? ' partial' : ''}`;
  return {
    tables: tables.map(({ name }) => name).sort(),
    columns: tables
      .flatMap((t) => [...t.columns.keys()].map((column) => `${t.name}.${column}`))
      .sort(),
    indexes: tables
      .flatMap((t) => [
        ...t.keys.map((key) => index(t.name, key.columns, true, false)),
        ...t.indexes.map((one) => index(t.name, one.columns, one.unique, one.partial)),
      ])
      .sort(),
    unindexedKeys: tables
      .flatMap((t) =>
        t.foreignKeys
          .filter((key) => !isIndexed(t, key.columns))
          .map((key) => `${t.name}.${key.columns.join(',')}`),
      )
      .sort(),
    secured: tables
      .filter((t) => t.secured)
      .map((t) => t.name)
      .sort(),
    policies: tables
      .flatMap((t) => t.policies.map((p) => `${t.name}.${p.name} ${p.command}`))
      .sort(),
    perRow: tables
      .flatMap((t) =>
        t.policies
          .filter((p) => callsPerRow(`${p.using ?? ''} ${p.check ?? ''}`).length > 0)
          .map((p) => `${t.name}.${p.name}`),
      )
      .sort(),
    live: tables
      .filter((t) => t.live || schema.allLive)
      .map((t) => t.name)
      .sort(),
  };
}
