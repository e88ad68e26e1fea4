import { expect, test } from 'vitest';
import { askOnce, callsPerRow } from '#src/scan/sql/policies.ts';
import { found, MIGRATION, NOTES } from '../project.ts';

const RULE = 'policy-asks-per-row';
const policy = (sql: string) => ({ [MIGRATION]: `${NOTES}\n${sql}` });

test.each([
  'create policy p on notes for select using (auth.uid() = user_id);',
  "create policy p on notes using ((auth.jwt() ->> 'role') = 'admin');",
  'create policy p on notes for update to authenticated using (exists (select 1 from profiles p where p.id = notes.user_id and p.id = auth.uid()));',
  'create policy p on notes using (auth.uid() in (select id from profiles));',
  'create policy p on notes using (user_id = auth.uid() or exists (select 1 from profiles where id = auth.uid()));',
  "create policy p on notes for delete using (current_setting('app.user')::uuid = user_id);",
])('%s asks for each row', (sql) => {
  expect(found(RULE, policy(sql))).toHaveLength(1);
});

test.each([
  'create policy p on notes for select using ((select auth.uid()) = user_id);',
  'create policy p on notes for select using (( SELECT auth.uid() AS uid) = user_id);',
  'create policy p on notes for insert with check (auth.uid() = user_id);',
  'create policy p on notes for select using (true);',
  "create policy p on notes using (exists (select 1 from profiles where id = auth.uid() and email = 'a'));",
  'create policy p on notes using (user_id in (select p.id from public.profiles p where p.id = auth.uid()));',
  'create policy p on notes using (exists (select 1 from tags t, profiles p where p.id = t.id and p.id = auth.uid()));',
  "create policy p on notes using (exists (select 1 from profiles p where p.id = auth.uid() and p.kind = 'a'::public.kind));",
  "create policy p on notes using (exists (select 1 from profiles where id = auth.uid() and lower(email) = 'a'));",
  'create policy p on notes for select using (auth.uid() = user_id); drop policy p on notes;',
  'create policy p on notes for select using (auth.uid() = user_id); alter policy p on notes using ((select auth.uid()) = user_id);',
])('%s does not', (sql) => {
  expect(found(RULE, policy(sql))).toEqual([]);
});

test('the repair changes the calls and nothing else', () => {
  const before = `auth.uid() = user_id OR has_role(auth.uid(), 'admin') -- own`;
  expect(askOnce(before)).toBe(
    `(select auth.uid()) = user_id OR has_role((select auth.uid()), 'admin') -- own`,
  );
  expect(callsPerRow(askOnce(before))).toEqual([]);
  expect(askOnce(askOnce(before))).toBe(askOnce(before));
});

test('names in texts and comments are no calls', () => {
  expect(callsPerRow(`title = 'auth.uid()' /* auth.uid() */`)).toEqual([]);
});
