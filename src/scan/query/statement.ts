/**
 * The one statement that a visitor runs in her database's editor. It reads the catalog and the
 * statistics, no row of any table of hers, and answers with one JSON value.
 */
interface Part {
  readonly sql: string;
  /** What this part is for, in plain words. */
  readonly says: string;
}

export const PARTS: readonly Part[] = [
  {
    sql: `select json_build_object(
  'version', 1,`,
    says: 'One answer, in a form that can be copied and pasted as a whole.',
  },
  {
    sql: `  'tables', (select coalesce(json_agg(json_build_object(
    'name', c.relname, 'rows', coalesce(s.n_live_tup, 0), 'bytes', pg_total_relation_size(c.oid),
    'scans', coalesce(s.seq_scan, 0), 'scanned', coalesce(s.seq_tup_read, 0),
    'secured', c.relrowsecurity,
    'columns', (select json_agg(json_build_array(attname, atttypid::regtype::text, not attnotnull) order by attnum)
      from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped))), '[]')
    from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace),`,
    says: 'Each table: its name, about how many rows it has, how large it is, how often it was read from end to end, whether row-level security is on, and the names of its columns.',
  },
  {
    sql: `  'indexes', (select coalesce(json_agg(json_build_array(t.relname, i.relname, x.indisprimary, x.indisunique,
    x.indpred is not null, a.amname, (select json_agg(pg_get_indexdef(x.indexrelid, n, true) order by n)
      from generate_series(1, x.indnkeyatts) n))), '[]')
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    join pg_am a on a.oid = i.relam where t.relnamespace = 'public'::regnamespace),`,
    says: 'Each index: its table and its columns.',
  },
  {
    sql: `  'references', (select coalesce(json_agg(json_build_array(k.conrelid::regclass::text, k.conname,
    (select json_agg(attname order by n) from unnest(k.conkey) with ordinality as u(c, n)
      join pg_attribute on attrelid = k.conrelid and attnum = c), k.confrelid::regclass::text)), '[]')
    from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace),`,
    says: 'Which column points to which table.',
  },
  {
    sql: `  'policies', (select coalesce(json_agg(json_build_array(tablename, policyname, permissive, roles::text[], lower(cmd), qual, with_check)), '[]')
    from pg_policies where schemaname = 'public'),`,
    says: 'Your privacy rules, as they are written.',
  },
  {
    sql: `  'live', (select coalesce(json_agg(tablename), '[]') from pg_publication_tables
    where pubname = 'supabase_realtime' and schemaname = 'public'),`,
    says: 'Which tables send live updates.',
  },
  {
    sql: `  'connections', json_build_array(current_setting('max_connections')::int, (select count(*) from pg_stat_activity))`,
    says: 'How many connections the database allows and how many are open now.',
  },
  {
    sql: `) as scan;`,
    says: 'That is all. Nothing is changed, and no row of your tables is read.',
  },
];

/** For databases with the extension that keeps count of statements; Supabase has it switched on. */
export const SLOWEST: Part = {
  sql: `,
  'slowest', (select coalesce(json_agg(json_build_array(query, calls, mean_exec_time)), '[]') from (
    select left(query, 300) as query, calls, mean_exec_time from pg_stat_statements
    order by total_exec_time desc limit 10) s)`,
  says: 'The ten statements that take most of the time. Their values stand as $1, $2: no data of yours is in them.',
};

export function statement(slowest: boolean): string {
  const parts = PARTS.map(({ sql }) => sql);
  return [...parts.slice(0, -1), ...(slowest ? [SLOWEST.sql] : []), ...parts.slice(-1)]
    .join('\n')
    .replace('\n,', ',');
}
