import { expect, test } from 'vitest';
import { answersIn } from '#src/quiz/evidence.ts';
import { evidencesOf, keyOf, withoutSmall } from '#src/scan/answers.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { summaryOf } from '#src/scan/summary.ts';
import { MIGRATION, NOTES, projectOf } from './project.ts';

function answersOf(files: Readonly<Record<string, string>>, small: readonly string[] = []) {
  const project = projectOf(files);
  return answersIn(evidencesOf(withoutSmall(findingsOf(project), small), summaryOf(project)));
}
const LIMITED = `await supabase.from('notes').select().eq('id', id).limit(9);`;
const WHOLE = `await supabase.from('notes').select();`;

test('a list read whole outweighs one of a visitor, and that one a page', () => {
  expect(answersOf({ 'src/a.ts': WHOLE, [MIGRATION]: NOTES })).toMatchObject({
    backend: 'supabase',
    list: 'all',
  });
  const own = `await supabase.from('notes').select().eq('user_id', me);`;
  expect(answersOf({ 'src/a.ts': own, [MIGRATION]: NOTES })).toMatchObject({ list: 'own' });
  expect(answersOf({ 'src/a.ts': LIMITED, [MIGRATION]: NOTES })).toMatchObject({ list: 'page' });
});

test('a list that the visitor calls small no longer counts', () => {
  const files = { 'src/a.ts': `${WHOLE}\n${LIMITED}`, [MIGRATION]: NOTES };
  const key = findingsOf(projectOf(files))
    .filter(({ rule }) => rule === 'list-without-limit')
    .map(keyOf);
  expect(key).toEqual(['list-without-limit notes']);
  expect(answersOf(files, key)).toMatchObject({ list: 'page' });
});

test('lists of staff and of small tables do not decide', () => {
  expect(
    answersOf({ 'src/admin/a.ts': WHOLE, 'src/b.ts': LIMITED, [MIGRATION]: NOTES }),
  ).toMatchObject({ list: 'page' });
  expect(
    answersOf({
      'src/b.ts': `await supabase.from('tags').select();\n${LIMITED}`,
      [MIGRATION]: NOTES,
    }),
  ).toMatchObject({ list: 'page' });
});

test('lists in code that nothing leads to do not decide', () => {
  const all = `export const all = async () => ${WHOLE}`;
  const files = { 'src/lib/a.ts': all, 'src/b.ts': LIMITED, [MIGRATION]: NOTES };
  expect(answersOf(files)).toMatchObject({ list: 'page' });
  const used = { ...files, 'src/b.ts': `import { all } from './lib/a'; all(); ${LIMITED}` };
  expect(answersOf(used)).toMatchObject({ list: 'all' });
});

test('unknown is not clean: without the whole schema indexes are not called complete', () => {
  expect(answersOf({ 'src/a.ts': LIMITED, [MIGRATION]: NOTES }).indexes).toBe('yes');
  const other = `${LIMITED}\nawait supabase.from('jobs').select().eq('owner', me).limit(5);`;
  expect(answersOf({ 'src/a.ts': other, [MIGRATION]: NOTES }).indexes).toBeUndefined();
  expect(answersOf({ 'src/a.ts': LIMITED }).indexes).toBeUndefined();
});

test('a file that could not be read leaves open what was not found', () => {
  const files = { 'src/a.ts': LIMITED, 'src/b.ts': 'const = = ;\n}}}} <<<<', [MIGRATION]: NOTES };
  const project = projectOf(files);
  if (project.unread.length === 0) throw new Error('the broken file was read');
  expect(answersOf(files)).not.toHaveProperty('live');
  expect(answersOf(files)).not.toHaveProperty('list');
});

test.each([
  ['once', 'using ((select auth.uid()) = user_id)'],
  ['row', 'using (auth.uid() = user_id)'],
  ['join', 'using (exists (select 1 from profiles p where p.id = auth.uid()))'],
  ['join', 'using (is_member(auth.uid(), user_id))'],
  ['off', 'using (true)'],
])('rules are told as “%s” for %s', (value, using) => {
  const sql = `${NOTES} alter table notes enable row level security; create policy p on notes for select ${using};`;
  expect(answersOf({ 'src/a.ts': LIMITED, [MIGRATION]: sql }).rules).toBe(value);
});

test('live updates: whole tables, then timers, then one’s own, then none', () => {
  const channel = (filter: string) =>
    `c.on('postgres_changes', { event: '*', table: 'notes'${filter} }, f);`;
  const own = channel(', filter: `user_id=eq.${me}`');
  const poll = 'setInterval(async () => { await supabase.rpc("x"); }, 5000);';
  expect(answersOf({ 'src/a.tsx': channel('') + poll + own })).toMatchObject({ live: 'table' });
  expect(answersOf({ 'src/a.tsx': poll + own })).toMatchObject({ live: 'poll' });
  expect(answersOf({ 'src/a.tsx': own })).toMatchObject({ live: 'own' });
  expect(answersOf({ 'src/a.tsx': LIMITED })).toMatchObject({ live: 'no' });
});

test('an empty folder gives no answer at all', () => {
  expect(answersOf({})).toEqual({});
});

test('the statements that repair it go along with an answer, those of small lists left out', () => {
  const sql = `${NOTES} alter table notes enable row level security; create policy own on notes for select using (auth.uid() = user_id);`;
  const project = projectOf({
    'src/a.ts': `await supabase.from('notes').select().eq('user_id', me).limit(9);`,
    [MIGRATION]: sql,
  });
  const evidences = (small: readonly string[]) =>
    evidencesOf(withoutSmall(findingsOf(project), small), summaryOf(project));
  expect(evidences([]).indexes?.sql).toContain(
    'create index concurrently if not exists notes_user_id_idx on public.notes (user_id);',
  );
  expect(evidences([]).rules?.sql).toEqual([
    'alter policy own on public.notes\n  using ((select auth.uid()) = user_id);',
  ]);
  expect(evidences(['policy-asks-per-row notes']).rules).not.toHaveProperty('sql');
});
