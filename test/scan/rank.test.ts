import { expect, test } from 'vitest';
import { groupsOf, shownFirst } from '#src/scan/groups.ts';
import { weightOf } from '#src/scan/rank.ts';
import type { Finding, RuleId } from '#src/scan/rule.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { findings, MIGRATION, NOTES, projectOf } from './project.ts';

const finding = (rule: RuleId, rest: Partial<Finding> = {}): Finding => ({
  rule,
  file: 'a.ts',
  line: 1,
  says: '',
  ...rest,
});

test('what grows outweighs what stays short, visitors outweigh staff, all rows a part of them', () => {
  const list = (rest: Partial<Finding>) => weightOf(finding('list-without-limit', rest));
  expect(list({ growth: 'grows' })).toBeGreaterThan(list({ growth: 'unknown' }));
  expect(list({ growth: 'unknown' })).toBeGreaterThan(list({ growth: 'parts' }));
  expect(list({ growth: 'parts' })).toBeGreaterThan(list({ growth: 'small' }));
  expect(list({})).toBeGreaterThan(list({ staff: true }));
  expect(list({ scope: 'all' })).toBeGreaterThan(list({ scope: 'part' }));
});

test('sorting what is read whole, and checking one row, weigh little', () => {
  const sorted = (end: string) =>
    findings('filter-without-index', {
      'src/a.ts': `await supabase.from('notes').select().order('created_at')${end};`,
      [MIGRATION]: NOTES,
    }).map(weightOf);
  const [whole = 0] = sorted('');
  const [page = 0] = sorted('.limit(20)');
  expect(whole).toBeLessThan(page / 2);
  const policy = (command: string, read = '') =>
    findings('policy-asks-per-row', {
      'src/a.ts': `await supabase.from('notes').select()${read};`,
      [MIGRATION]: `${NOTES} create policy p on notes for ${command} using (auth.uid() = user_id);`,
    }).map(weightOf);
  const [list = 0] = policy('select');
  expect(policy('update')[0]).toBeLessThan(list / 2);
  expect(policy('select', `.eq('id', id)`)[0]).toBeLessThan(list / 2);
  expect(policy('select', `.limit(50)`)[0]).toBe(list);
  const alone = `${NOTES} create policy p on notes for select using (auth.uid() = user_id);`;
  expect(findings('policy-asks-per-row', { [MIGRATION]: alone }).map(weightOf)).toEqual([list]);
});

test('a loop that writes what belongs to one other weighs little, one that reads it does not', () => {
  const loop = (code: string) =>
    findings('query-per-row', { 'src/a.ts': `for (const one of list) await ${code};` });
  expect(loop(`prisma.productImage.update({ where: { id: one.id }, data: {} })`)).toMatchObject([
    { growth: 'parts' },
  ]);
  expect(loop(`prisma.orderItem.findMany({ where: { orderId: one.id } })`)[0]?.growth).toBe(
    undefined,
  );
});

test('tables are known by their words in the way of an ORM too', () => {
  const list = (model: string) =>
    findings('list-without-limit', { 'src/a.ts': `await prisma.${model}.findMany();` });
  expect(list('personType')).toMatchObject([{ growth: 'small' }]);
  expect(list('person')).toMatchObject([{ growth: 'unknown' }]);
});

test('what seldom adds to the load is shown only when it is asked for, and never lost', () => {
  const project = projectOf({
    'src/a.ts': `await supabase.from('notes').select();\nawait supabase.from('tags').select();`,
    'package.json': '{"dependencies":{"react":"19"}}',
    [MIGRATION]: NOTES,
  });
  const groups = groupsOf(findingsOf(project));
  const told = (some: readonly { rule: RuleId; table?: string | undefined }[]) =>
    some.map(({ rule, table }) => `${rule} ${table ?? ''}`.trim());
  expect(told(shownFirst(groups))).toContain('list-without-limit notes');
  expect(told(shownFirst(groups))).not.toContain('list-without-limit tags');
  expect(told(shownFirst(groups))).not.toContain('no-monitoring');
  expect(told(groups)).toEqual(
    expect.arrayContaining(['list-without-limit tags', 'no-monitoring']),
  );
});
