import { expect, test } from 'vitest';
import { findings, found, MIGRATION, NOTES } from '../project.ts';

const RULE = 'policy-always-true';
const policy = (sql: string) => ({ [MIGRATION]: `${NOTES}\n${sql}` });

test.each([
  'create policy p on notes for all using (true);',
  'create policy p on notes for insert to authenticated with check ( TRUE );',
  'create policy p on notes for update using (true) with check (auth.uid() = user_id);',
])('%s lets anyone write', (sql) => {
  expect(found(RULE, policy(sql))).toHaveLength(1);
});

test.each([
  'create policy p on notes for select using (true);',
  'create policy p on notes for insert to service_role with check (true);',
  'create policy p on notes for update using (auth.uid() = user_id) with check (true);',
  'create policy p on notes for delete using (true and auth.uid() = user_id);',
])('%s does not', (sql) => {
  expect(found(RULE, policy(sql))).toEqual([]);
});

const light = (sql: string, code = '') =>
  findings(RULE, { 'src/a.ts': code, ...policy(sql) }).map((one) => one.light === true);
const SECURED = 'alter table notes enable row level security;';
const UPDATE = 'create policy p on notes for update using (true);';
const sees = (using: string) => `create policy s on notes for select using (${using});`;

test.each([
  ['nobody', '', [true]],
  ['her own', sees('auth.uid() = user_id'), [true]],
  ['staff', sees('is_admin(auth.uid())'), [true]],
  ['everybody', sees('true'), [false]],
  ['whoever has signed in', sees('auth.uid() is not null'), [false]],
  ['her own and what is done', sees('auth.uid() = user_id or done'), [false]],
])('to change rows she has to see them; shown to her: %s', (_, select, expected) => {
  expect(light(`${SECURED} ${UPDATE} ${select}`)).toEqual(expected);
});

test('where row-level security is off, no policy hides anything', () => {
  expect(light(UPDATE)).toEqual([false]);
});

test('a policy for all shows the rows too', () => {
  expect(light(`${SECURED} create policy p on notes for all using (true);`)).toEqual([false]);
});

test('a table that no code names any more holds nothing', () => {
  const all = `${SECURED} create policy p on notes for all using (true);`;
  expect(light(all, `supabase.from('notes').select();`)).toEqual([false]);
  expect(light(all, `supabase.from('tags').select();`)).toEqual([true]);
  expect(light(all, `supabase.from('tags').select('*, mine:notes!tag_id(*)');`)).toEqual([false]);
  const counts = `create function c() returns int language sql as $$ select count(*) from notes $$;`;
  expect(light(`${all} ${counts}`, `supabase.from('tags').select();`)).toEqual([false]);
});
