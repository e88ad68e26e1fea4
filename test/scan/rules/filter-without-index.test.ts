import { expect, test } from 'vitest';
import { findings, found, MIGRATION, NOTES } from '../project.ts';

const RULE = 'filter-without-index';
const read = (code: string, sql = NOTES) => ({ 'src/a.ts': code, [MIGRATION]: sql });

test('a column that is looked for and has no index is found on its line', () => {
  const code = `await supabase\n  .from('notes')\n  .select()\n  .eq('user_id', id)\n  .limit(9);`;
  expect(findings(RULE, read(code))).toMatchObject([
    { line: 4, table: 'notes', columns: ['user_id'] },
  ]);
});

test('a column that no migration tells of weighs little: it may have an index of which none tells either', () => {
  const code = `await supabase.from('notes').select().eq('room_id', id);`;
  const types = `export type Database = { public: { Tables: { notes: { Row: { id: string; room_id: string | null } } } } };`;
  const light = (files: Record<string, string>) =>
    findings(RULE, files).map((one) => one.light === true);
  expect(light(read(code))).toEqual([true]);
  expect(light({ ...read(code), 'src/integrations/supabase/types.ts': types })).toEqual([true]);
  expect(light(read(code, `${NOTES} alter table notes add column room_id uuid;`))).toEqual([false]);
});

test('writes that look for rows are found, inserts are not', () => {
  expect(
    found(RULE, read(`await supabase.from('notes').update(x).eq('user_id', id)`)),
  ).toHaveLength(1);
  expect(found(RULE, read(`await supabase.from('notes').insert(x)`))).toEqual([]);
});

test.each([
  ['an index', 'create index on notes (user_id);'],
  ['the first column of a wider index', 'create index on notes (user_id, created_at);'],
  ['a unique key', 'alter table notes add constraint one unique (user_id, title);'],
  ['an index of what is there', 'create index on notes (user_id) where user_id is not null;'],
  ['a wider one', 'create unique index on notes (user_id, title) where (("user_id" is not null));'],
])('%s serves', (_, sql) => {
  expect(
    found(RULE, read(`await supabase.from('notes').select().eq('user_id', id)`, NOTES + sql)),
  ).toEqual([]);
});

test.each([
  ['its second column', 'create index on notes (created_at, user_id);'],
  ['a part of the rows', 'create index on notes (user_id) where done;'],
  ['a part by another column', 'create index on notes (user_id, tag_id) where tag_id is not null;'],
  [
    'a part of what is there',
    'create index on notes (user_id) where user_id is not null and done;',
  ],
  [
    'what is there beside another',
    'create index on notes (user_id) where user_id is not null and tag_id is not null;',
  ],
  ['what is not there', 'create index on notes (user_id) where user_id is null;'],
  ['an index that was dropped', 'create index x on notes (user_id); drop index x;'],
  ['an index of another kind', 'create index on notes using gin (user_id);'],
])('%s does not', (_, sql) => {
  expect(
    found(RULE, read(`await supabase.from('notes').select().eq('user_id', id)`, NOTES + sql)),
  ).toHaveLength(1);
});

test('one column that is indexed is enough', () => {
  expect(
    found(RULE, read(`await supabase.from('notes').select().eq('id', id).eq('user_id', me)`)),
  ).toEqual([]);
});

test('a column of which each value is a large share is left out, the order then counts', () => {
  expect(
    found(
      RULE,
      read(
        `await supabase.from('notes').select('id', { count: 'exact', head: true }).eq('done', true)`,
      ),
    ),
  ).toEqual([]);
  const ordered = `await supabase.from('notes').select().eq('done', false).order('created_at').limit(9)`;
  expect(findings(RULE, read(ordered))).toMatchObject([{ columns: ['created_at'] }]);
});

test('of several ways to match each needs its index', () => {
  const code = 'await supabase.from("notes").select().or(`user_id.eq.${a},tag_id.eq.${b}`)';
  const sql = `${NOTES} create index on notes (user_id);`;
  expect(findings(RULE, read(code, sql))).toMatchObject([{ columns: ['tag_id'] }]);
});

test('of two ways between two columns an index on either serves', () => {
  const pair = 'and(user_id.eq.${a},tag_id.eq.${b}),and(user_id.eq.${b},tag_id.eq.${a})';
  const code = `await supabase.from("notes").select().or(\`${pair}\`)`;
  expect(findings(RULE, read(code)).map(({ columns }) => columns)).toEqual([
    ['user_id'],
    ['tag_id'],
  ]);
  expect(found(RULE, read(code, `${NOTES} create index on notes (tag_id);`))).toEqual([]);
});

test('nothing is said of a column that a variable names', () => {
  const code = "await supabase.from('notes').select().eq(column, id).order('title').limit(9)";
  expect(found(RULE, read(code))).toEqual([]);
});

test('a search for words needs an index of words', () => {
  const code = 'await supabase.from("notes").select().ilike("title", `%${word}%`).limit(9)';
  expect(findings(RULE, read(code))).toMatchObject([{ columns: ['title'], within: true }]);
  const words = `${NOTES} create index on notes using gin (title gin_trgm_ops);`;
  expect(found(RULE, read(code, words))).toEqual([]);
});

test('where only generated types tell of a table, nothing is said of its indexes', () => {
  const types = `export type Database = { public: { Tables: {
    jobs: { Row: { id: string; user_id: string }; Insert: {}; Update: {}; Relationships: [] }
  } } }`;
  const files = {
    ...read(`await supabase.from('jobs').select().eq('user_id', id)`),
    'src/types.ts': types,
  };
  expect(found(RULE, files)).toEqual([]);
});

test('Prisma’s and Drizzle’s names lead to the database’s', () => {
  const schema = `model Chat {\n  id String @id\n  userId String @map("user_id")\n  createdAt DateTime\n  @@map("chats")\n}`;
  expect(
    findings(RULE, {
      'prisma/schema.prisma': schema,
      'lib/a.ts': `await prisma.chat.findMany({ where: { userId } })`,
    }),
  ).toMatchObject([{ table: 'chats', columns: ['user_id'] }]);
  expect(
    found(RULE, {
      'prisma/schema.prisma': schema,
      'lib/a.ts': `await prisma.chat.count({ where: { NOT: [{ userId }] } })`,
    }),
  ).toEqual([]);
  const tables = `export const orders = pgTable('orders', { id: uuid('id').primaryKey(), userId: uuid('user_id'), at: timestamp('created_at') }, (t) => ({ byAt: index('x').on(t.at) }));`;
  expect(
    findings(RULE, {
      'shared/schema.ts': tables,
      'server/a.ts': `await db.select().from(orders).where(and(eq(orders.userId, id), gt(orders.total, 5)))`,
    }),
  ).toMatchObject([{ table: 'orders', columns: ['user_id'] }]);
  const block = tables.replace(
    "({ byAt: index('x').on(t.at) })",
    "{ return { byAt: index('x').on(t.at) }; }",
  );
  for (const declared of [tables, block])
    expect(
      found(RULE, {
        'shared/schema.ts': declared,
        'server/a.ts': `await db.select().from(orders).where(gt(orders.at, since))`,
      }),
    ).toEqual([]);
});

test('what belongs to a row is no column to sort by', () => {
  const schema = `model Tag {
  id String @id
  name String
  createdAt DateTime
  notes Note[]
}
model Note {
  id String @id
  userId String
  createdAt DateTime
  tags Tag[]
}`;
  const sorted = (how: string) =>
    found(RULE, {
      'prisma/schema.prisma': schema,
      'lib/a.ts': `await prisma.note.findMany({ take: 9, orderBy: ${how} });`,
    });
  expect(sorted(`{ tags: { _count: 'desc' } }`)).toEqual([]);
  expect(sorted(`{ createdAt: { sort: 'desc', nulls: 'last' } }`)).toHaveLength(1);
  expect(sorted(`{ createdAt: 'desc' }`)).toHaveLength(1);
});
