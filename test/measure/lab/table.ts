import type { Cluster } from './cluster.ts';

/** Who may see a row, as a policy of PostgreSQL. `join`: a function that looks into another table. */
export type Policy = 'none' | 'perRow' | 'once' | 'join';

export interface Table {
  readonly rows: number;
  /** Bytes of text in a row, besides three short columns. */
  readonly text: number;
  /** Rows of one owner: the page that a screen asks for. */
  readonly page: number;
  /** Whether the owner is indexed. */
  readonly indexed: boolean;
  /** Further indexes, which only writes feel. */
  readonly indexes: number;
  readonly policy: Policy;
}

export const tableName = ({ rows, text, page, indexed, indexes, policy }: Table) =>
  `items_${rows}_${text}_${page}_${indexed ? 'indexed' : 'plain'}_${indexes}_${policy.toLowerCase()}`;

/** The functions that policies call: the user comes from the connection's claims, as at Supabase. */
const SETUP = `
  do $$ begin create role visitor login password 'known-to-the-laboratory';
  exception when duplicate_object then null; end $$;
  create or replace function visitor_id() returns integer language sql stable as
    $$ select (nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub')::integer $$;
  create table if not exists members (team integer, person integer, primary key (team, person));
  insert into members select n, n from generate_series(0, 20000) n on conflict do nothing;
  create or replace function is_member(wanted integer) returns boolean language sql stable security definer as
    $$ select exists (select from members where team = wanted and person = visitor_id()) $$;
  grant select on members to visitor;
`;

const RULES: Record<Exclude<Policy, 'none'>, string> = {
  perRow: 'visitor_id() = owner',
  once: '(select visitor_id()) = owner',
  join: 'is_member(owner)',
};

/** Builds the table unless it stands already, and reads it once so that memory holds what it can. */
export async function build(cluster: Cluster, table: Table): Promise<string> {
  const name = tableName(table);
  const [{ there } = {}] = await cluster.run(`select to_regclass('${name}') is not null as there`);
  if (there === true) return name;
  const owners = Math.max(1, Math.floor(table.rows / table.page));
  const extra = Array.from(
    { length: table.indexes },
    (_, n) => `create index on ${name} ((rank + ${n}));`,
  ).join('');
  await cluster.run(`
    ${SETUP}
    create table ${name} (id integer primary key, owner integer not null, rank integer not null, label text not null, body text not null);
    alter table ${name} alter body set storage plain;
    create sequence ${name}_id start ${table.rows};
    grant usage on sequence ${name}_id to visitor;
    insert into ${name}
      select n, n % ${owners}, (n::bigint * 7919 % ${table.rows})::integer, 'Item number ' || n || ' of the list',
        left(repeat(md5(n::text), ${Math.ceil(table.text / 32)}), ${table.text})
      from generate_series(0, ${table.rows - 1}) n;
    ${table.indexed ? `create index on ${name} (owner);` : ''} ${extra}
    grant select, insert on ${name} to visitor;
    ${table.policy === 'none' ? '' : `alter table ${name} enable row level security; create policy own on ${name} to visitor using (${RULES[table.policy]});`}
  `);
  await cluster.run(`vacuum (freeze, analyze) ${name}`);
  await cluster.run('vacuum analyze members');
  await cluster.run(`checkpoint`);
  return name;
}
