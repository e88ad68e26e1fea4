/** The queries that prove a repair. They read catalogues and counters only, and change nothing. */

/** Long tables, and how often each was read from end to end since the counters began. */
export const readWhole = `select s.relname as "table",
  c.reltuples::bigint as rows,
  s.seq_scan as read_whole
from pg_stat_user_tables s
join pg_class c on c.oid = s.relid
where c.reltuples > 10000
order by s.seq_tup_read desc;`;

/** Foreign keys that no index begins with, and the statement that makes it. */
export const missingIndexes = `select k.conrelid::regclass as "table",
  string_agg(a.attname, ', ' order by c.place) as columns,
  format('create index concurrently on %s (%s);', k.conrelid::regclass,
    string_agg(quote_ident(a.attname), ', ' order by c.place)) as repair
from pg_constraint k
cross join unnest(k.conkey) with ordinality as c (number, place)
join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number
where k.contype = 'f' and k.connamespace = 'public'::regnamespace
group by k.oid, k.conrelid, k.conkey
having not exists (
  select from pg_index i
  where i.indrelid = k.conrelid and i.indisvalid and i.indpred is null
    and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
);`;

/** The statements that are called most, and the rows that one call brings. Needs pg_stat_statements. */
export const statements = `select left(query, 80) as statement,
  calls,
  round(rows::numeric / calls) as rows_each
from pg_stat_statements
where calls > 0 and query ilike 'select%'
  and dbid = (select oid from pg_database where datname = current_database())
order by calls desc
limit 30;`;
