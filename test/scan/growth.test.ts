import { expect, test } from 'vitest';
import { findings, MIGRATION, NOTES } from './project.ts';

const growth = (code: string, sql = '') =>
  findings('list-without-limit', { 'src/a.ts': code, [MIGRATION]: `${NOTES}${sql}` }).map(
    (one) => one.growth,
  );
const read = (table: string, rest = '') => `await supabase.from('${table}').select()${rest};`;

const STRATEGIES = `
create table strategies (id uuid primary key, name text, created_at timestamptz);
insert into strategies (id, name) values (gen_random_uuid(), 'Ask first');`;

test('a table that the files fill, and nothing else, is small', () => {
  expect(growth(read('strategies'), STRATEGIES)).toEqual(['small']);
  expect(
    growth(`${read('strategies')}\nawait supabase.from('strategies').insert(one);`, STRATEGIES),
  ).toEqual(['grows']);
  expect(
    growth(
      read('strategies'),
      `${STRATEGIES} create function add() returns void language sql as $$ insert into public.strategies default values $$;`,
    ),
  ).toEqual(['grows']);
});

test('rows that are copied from another table tell nothing of that', () => {
  const copied = STRATEGIES.replace(/values .*;/, 'select id, title from notes;');
  expect(growth(read('strategies'), copied)).toEqual(['grows']);
});

test('what one visitor has stays short, but for what is said and clicked all the time', () => {
  const sql = ['bots', 'payments', 'messages', 'likes']
    .map(
      (table) =>
        `create table ${table} (id uuid primary key, user_id uuid references profiles(id), created_at timestamptz);`,
    )
    .join('\n');
  expect(growth(read('bots', `.eq('user_id', me)`), sql)).toEqual(['parts']);
  expect(growth(read('payments', `.eq('user_id', me)`), sql)).toEqual(['parts']);
  expect(growth(read('messages', `.eq('user_id', me)`), sql)).toEqual(['grows']);
  expect(growth(read('likes', `.eq('user_id', me)`), sql)).toEqual(['grows']);
  expect(growth(read('bots'), sql)).toEqual(['grows']);
});

test('what one parent has stays short, and what a company has is as good as all', () => {
  const sql = `
create table machines (id uuid primary key, photo_id uuid, org_id uuid, created_at timestamptz);`;
  expect(growth(read('machines', `.eq('photo_id', id)`), sql)).toEqual(['parts']);
  expect(growth(read('machines', `.eq('org_id', id)`), sql)).toEqual(['grows']);
  expect(growth(read('machines', `.eq('status', chosen)`), sql)).toEqual(['grows']);
});

test('what one of many houses has is as long as a house is large', () => {
  const sql = ['rooms', 'store_members', 'users', 'bookings']
    .map(
      (table) =>
        `create table ${table} (id uuid primary key, store_id uuid, user_id uuid references profiles(id), created_at timestamptz);`,
    )
    .join('\n');
  const added = (table: string) => `\nawait supabase.from('${table}').insert(one);`;
  const ofOne = (table: string) => growth(read(table, `.eq('store_id', id)`) + added(table), sql);
  expect(ofOne('rooms')).toEqual(['parts']);
  expect(ofOne('store_members')).toEqual(['parts']);
  expect(ofOne('users')).toEqual(['parts']);
  expect(ofOne('bookings')).toEqual(['grows']);
  expect(growth(read('users'), sql)).toEqual(['grows']);
  expect(growth(read('rooms') + added('rooms'), sql)).toEqual(['grows']);
});

test('those who work for an app are few, those who use it are not', () => {
  const users = `create table users (id uuid primary key, role text, created_at timestamptz);`;
  expect(growth(read('users', `.eq('role', 'professional')`), users)).toEqual(['parts']);
  expect(growth(read('users', `.in('role', ['admin', 'manager'])`), users)).toEqual(['parts']);
  expect(growth(read('users', `.in('role', ['admin', 'client'])`), users)).toEqual(['grows']);
  expect(growth(read('users', `.eq('role', role)`), users)).toEqual(['grows']);
});

test('what comes to one occasion grows with all who come, what is prepared for it does not', () => {
  const sql = ['registrations', 'awards']
    .map(
      (table) =>
        `create table ${table} (id uuid primary key, event_id uuid, user_id uuid references profiles(id), created_at timestamptz);`,
    )
    .join('\n');
  expect(growth(read('registrations', `.eq('event_id', id)`), sql)).toEqual(['grows']);
  expect(growth(read('awards', `.eq('event_id', id)`), sql)).toEqual(['parts']);
});

test('what no visitor adds to is filled by somebody else', () => {
  const sql = ['widgets', 'events', 'orders']
    .map(
      (table) =>
        `create table ${table} (id uuid primary key, user_id uuid references profiles(id), created_at timestamptz);`,
    )
    .join('\n');
  const with_ = (table: string, adds: string, path = 'src/b.ts') =>
    findings('list-without-limit', {
      'src/a.ts': read(table),
      [path]: `await supabase.from('${adds}').upsert(one);`,
      [MIGRATION]: `${NOTES}${sql}`,
    }).map((one) => one.growth);
  expect(with_('widgets', 'notes')).toEqual(['unknown']);
  expect(with_('widgets', 'widgets')).toEqual(['grows']);
  expect(with_('events', 'notes')).toEqual(['unknown']);
  expect(with_('events', 'events')).toEqual(['grows']);
  expect(with_('orders', 'notes')).toEqual(['grows']);
  expect(with_('profiles', 'notes')).toEqual(['grows']);
});

test('those who work in the house are few, those who sign up are not', () => {
  const table = (name: string) =>
    growth(
      read(name),
      `create table ${name} (id uuid primary key, email text, created_at timestamptz);`,
    );
  expect(table('admin_users')).toEqual(['small']);
  expect(table('internal_users')).toEqual(['small']);
  expect(table('app_users')).toEqual(['grows']);
});

test('what the rules let staff alone add to is small, but for what a shop lists', () => {
  const table = (name: string, rule: string) =>
    growth(
      read(name),
      `create table ${name} (id uuid primary key, created_by uuid references profiles(id), created_at timestamptz);
alter table ${name} enable row level security;
create policy see on ${name} for select using (true);
create policy add on ${name} for insert with check (${rule});`,
    );
  const admin = `exists (select 1 from profiles where id = auth.uid() and role = 'admin')`;
  expect(table('popups', admin)).toEqual(['small']);
  expect(table('popups', `${admin} or created_by = auth.uid()`)).toEqual(['grows']);
  expect(table('popups', 'created_by = auth.uid()')).toEqual(['grows']);
  expect(table('products', admin)).toEqual(['grows']);
});

test('the rooms and staff of a house are few, where they do not sign up by themselves', () => {
  const sql = `create table dentists (id uuid primary key, user_id uuid references profiles(id), created_at timestamptz);`;
  expect(growth(read('dentists'), sql)).toEqual(['small']);
  expect(growth(`${read('dentists')}\nawait supabase.from('dentists').insert(me);`, sql)).toEqual([
    'grows',
  ]);
});

test('rules that leave a visitor her own rows show staff all of them', () => {
  const sql = `
create table helps (id uuid primary key, user_id uuid references profiles(id), created_at timestamptz);
alter table helps enable row level security;
create policy p on helps for select using (auth.uid() = user_id or is_admin(auth.uid()));`;
  const seen = (path: string) =>
    findings('list-without-limit', {
      [path]: read('helps'),
      'package.json': '{"dependencies":{"@supabase/supabase-js":"2"}}',
      [MIGRATION]: `${NOTES}${sql}`,
    }).map(({ scope, growth: how }) => `${scope} ${how}`);
  expect(seen('src/pages/Helps.tsx')).toEqual(['part parts']);
  expect(seen('src/pages/admin/Helps.tsx')).toEqual(['all grows']);
});

test('without a schema names tell, in other languages too', () => {
  const whole = (name: string) =>
    findings('list-without-limit', { 'src/a.ts': read(name) }).map((one) => one.growth);
  expect(whole('order_events')).toEqual(['grows']);
  expect(whole('pedidos')).toEqual(['grows']);
  expect(whole('products')).toEqual(['unknown']);
  expect(whole('photos')).toEqual(['unknown']);
  expect(whole('offers')).toEqual(['small']);
  expect(whole('vehicle_makes')).toEqual(['small']);
  expect(whole('widgets')).toEqual(['unknown']);
});

test('a table that a long schema does not know may not exist', () => {
  const tables = (count: number) =>
    Array.from({ length: count }, (_, i) => `create table t${i} (id uuid primary key);`).join('\n');
  expect(growth(read('orders'), tables(3))).toEqual(['grows']);
  expect(growth(read('orders'), tables(12))).toEqual(['unknown']);
});

test('what is looked for by a name that stands in the code is little', () => {
  expect(growth(read('notes', `.eq('title', 'Welcome')`))).toEqual(['parts']);
  expect(growth(read('notes', `.eq('done', true)`))).toEqual(['grows']);
});

test('what is new since a moment that is worked out is little, what lies ahead is not', () => {
  expect(growth(read('notes', `.gte('created_at', yesterday)`))).toEqual(['parts']);
  expect(growth(read('notes', `.gte('created_at', '2020-01-01')`))).toEqual(['grows']);
  expect(growth(read('notes', `.lte('created_at', yesterday)`))).toEqual(['grows']);
  expect(growth(read('notes', `.gte('due_date', today)`))).toEqual(['grows']);
  const either = `let query = supabase.from('notes').select();
if (past) query.lt('created_at', now); else query.gte('created_at', now);
await query;`;
  expect(growth(either)).toEqual(['grows']);
});

test('what lies between two days is little', () => {
  const sql = `create table messages (id uuid primary key, room_id uuid, day date);`;
  const narrowed = `.eq('room_id', id).gte('day', first)`;
  expect(growth(read('messages', `${narrowed}.lte('day', last)`), sql)).toEqual(['parts']);
  expect(growth(read('messages', `.gte('day', first).lte('day', last)`), sql)).toEqual(['parts']);
  expect(growth(read('messages', narrowed), sql)).toEqual(['grows']);
});

test('what an owner offers does not grow by itself, what visitors offer does', () => {
  const offered = (more = '') =>
    growth(
      read('products'),
      `create table products (id uuid primary key, name text, created_at timestamptz${more});`,
    );
  expect(offered()).toEqual(['unknown']);
  expect(offered(', seller_id uuid references profiles(id)')).toEqual(['grows']);
});

test('what belongs to one happening stays short, what is said about it too', () => {
  const of = (table: string, column: string) =>
    growth(
      read(table, `.eq('${column}', id)`),
      `create table ${table} (id uuid primary key, ${column} uuid, user_id uuid references profiles(id), created_at timestamptz);`,
    );
  expect(of('attendance', 'session_id')).toEqual(['parts']);
  expect(of('ride_requests', 'ride_id')).toEqual(['parts']);
  expect(of('messages', 'booking_id')).toEqual(['parts']);
  expect(of('messages', 'conversation_id')).toEqual(['grows']);
});
