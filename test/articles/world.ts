/**
 * The app that the articles speak of, as its Supabase database stands before the reader does anything:
 * what Supabase brings, and the tables that the code in the articles asks.
 */
export const ROLES = 'create role anon; create role authenticated;';

export const WORLD = `
drop schema if exists public, private, auth, cron, extensions cascade;
create schema public; create schema auth; create schema cron; create schema extensions;
set search_path = public, extensions;
create extension pg_stat_statements with schema extensions;

create function auth.uid() returns uuid language sql stable
  as $$ select (current_setting('request.jwt.claims', true)::jsonb ->> 'sub')::uuid $$;
create function cron.schedule(text, text, text) returns bigint language sql as 'select 1::bigint';
create table cron.job_run_details (start_time timestamptz);

create table public.customers (id bigint primary key, name text not null);
create table public.products (id bigint primary key, name text not null, price numeric);
create table public.items (id bigint primary key, price numeric not null);
create table public.orders (
  id bigint primary key,
  user_id uuid not null,
  customer_id bigint not null references public.customers,
  placed_at timestamptz not null,
  total numeric not null
);
create table public.order_lines (
  order_id bigint not null references public.orders,
  product_id bigint not null references public.products,
  quantity int not null
);
create table public.purchases (
  id bigint generated always as identity primary key,
  user_id uuid not null,
  item_id bigint not null references public.items,
  quantity int not null,
  total numeric not null
);
create table public.teams (id bigint primary key);
create table public.team_members (team_id bigint not null references public.teams, user_id uuid not null);
create table public.documents (id bigint primary key, team_id bigint not null references public.teams);
create table public.events (id bigint primary key, created_at timestamptz not null default now());
create table public.jobs (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  state text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz
);
create view public.order_totals as select user_id, sum(total) from public.orders group by 1;

insert into public.customers select n, 'Customer ' || n from generate_series(1, 50) n;
insert into public.products select n, 'Product ' || n, n from generate_series(1, 50) n;
insert into public.orders
select n, ('dddddddd-0000-4000-8000-00000000000' || n % 5)::uuid, n % 50 + 1, now() - n % 400 * interval '1 hour', n
from generate_series(1, 2000) n;
insert into public.order_lines select n % 2000 + 1, n % 50 + 1, 1 from generate_series(1, 5000) n;
analyze;

grant usage on schema public, auth to anon, authenticated;
grant select, insert, update, delete on all tables in schema public to anon, authenticated;
`;
