import { expect, test } from 'vitest';
import { findings, found, MIGRATION, NOTES } from '../project.ts';

const RULE = 'row-security-off';
const app = { 'src/a.ts': `await supabase.from('notes').select().limit(9)` };
const SECURED = ['profiles', 'tags', 'settings']
  .map((t) => `alter table ${t} enable row level security;`)
  .join('\n');

test('a table without it is found', () => {
  expect(findings(RULE, { ...app, [MIGRATION]: NOTES + SECURED })).toMatchObject([
    { table: 'notes', line: 8 },
  ]);
});

test('the last word on it counts, in the order of the files', () => {
  const later = 'supabase/migrations/20260202000000_later.sql';
  const on = 'alter table if exists only public.notes enable row level security;';
  const off = 'alter table notes disable row level security;';
  expect(found(RULE, { ...app, [later]: on, [MIGRATION]: NOTES + SECURED + off })).toEqual([]);
  expect(found(RULE, { ...app, [later]: off, [MIGRATION]: NOTES + SECURED + on })).toHaveLength(1);
});

test('a table that no code names holds nothing', () => {
  const light = (code: string) =>
    findings(RULE, { ...app, 'src/b.ts': code, [MIGRATION]: NOTES })
      .filter(({ table }) => table === 'settings')
      .map((one) => one.light);
  expect(light('')).toEqual([true]);
  expect(light(`supabase.from('settings').select();`)).toEqual([false]);
});

test('where no package of Supabase is installed, something else answers in its words', () => {
  const told = (...names: string[]) =>
    findings(RULE, {
      ...app,
      'package.json': JSON.stringify({
        dependencies: Object.fromEntries(names.map((one) => [one, '1'])),
      }),
      [MIGRATION]: NOTES,
    }).length;
  expect(told('react')).toBe(0);
  expect(told('react', '@supabase/supabase-js')).toBeGreaterThan(0);
});

test('where the browser has no key it is no fault either', () => {
  const route = { 'app/api/notes/route.ts': `await supabase.from('notes').select().limit(9)` };
  expect(found(RULE, { ...route, [MIGRATION]: NOTES + SECURED })).toEqual([]);
  expect(
    found(RULE, {
      ...route,
      'lib/supabase/client.ts': 'export const make = () => createBrowserClient(url, key);',
      [MIGRATION]: NOTES + SECURED,
    }),
  ).toHaveLength(1);
});

test('behind a server of one’s own it is no fault', () => {
  const schema = 'model Note {\n  id String @id\n}';
  expect(
    found(RULE, {
      'prisma/schema.prisma': schema,
      'lib/a.ts': 'await prisma.note.findMany({ take: 9 })',
    }),
  ).toEqual([]);
  expect(
    found(RULE, { 'scripts/001_tables.sql': NOTES, 'app/page.tsx': 'await sql`select 1`' }),
  ).toEqual([]);
});

test('a file of MySQL tells nothing of it', () => {
  const made = (rest: string) =>
    found(RULE, {
      'src/a.ts': `import { createClient } from '@supabase/supabase-js';\nawait createClient(url, key).from('members').select();`,
      'sql/tables.sql': `create table members (id int primary key${rest}`,
    });
  expect(made(');')).toHaveLength(1);
  expect(made(' auto_increment);')).toEqual([]);
  expect(made(') ENGINE=InnoDB;')).toEqual([]);
});
