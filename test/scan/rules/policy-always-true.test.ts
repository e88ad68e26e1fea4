import { expect, test } from 'vitest';
import { found, MIGRATION, NOTES } from '../project.ts';

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
