import { describe, expect, test } from 'vitest';
import { findings, found, MIGRATION, NOTES } from '../project.ts';

const RULE = 'list-without-limit';
const page = (code: string) => ({ 'src/Page.tsx': code, [MIGRATION]: NOTES });

describe('supabase-js', () => {
  test('a table read whole is found where its name stands', () => {
    const files = page(`export async function load() {
  const { data } = await supabase
    .from('notes')
    .select('*');
  return data;
}`);
    expect(findings(RULE, files)).toMatchObject([
      { file: 'src/Page.tsx', line: 3, table: 'notes', scope: 'all', growth: 'grows' },
    ]);
  });

  test('one visitor’s rows are found as a part', () => {
    const files = page(
      `const { data } = await supabase.from('notes').select().eq('user_id', user.id);`,
    );
    expect(findings(RULE, files)).toMatchObject([{ scope: 'part', growth: 'parts' }]);
  });

  test.each([
    ['a limit', `await supabase.from('notes').select().limit(20)`],
    ['a page', `await supabase.from('notes').select().range(from, to)`],
    ['one row', `await supabase.from('notes').select().eq('title', t).single()`],
    ['the primary key', `await supabase.from('notes').select().eq('id', id)`],
    ['a unique key', `await supabase.from('settings').select().eq('user_id', id)`],
    [
      'as many as were asked for by key',
      `await supabase.from('settings').select().in('user_id', ids)`,
    ],
    ['only the count', `await supabase.from('notes').select('*', { count: 'exact', head: true })`],
    ['a write', `await supabase.from('notes').insert(rows).select()`],
    ['a bucket', `await supabase.storage.from('notes').list()`],
    ['an array', `const all = Array.from(notes)`],
  ])('%s is no open list', (_, code) => {
    expect(found(RULE, page(code))).toEqual([]);
  });

  test('a key of the rows that have one is a key', () => {
    const read = `await supabase.from('notes').select().eq('title', t).eq('tag_id', id)`;
    const unique = (where: string) =>
      found(RULE, {
        'src/Page.tsx': read,
        [MIGRATION]: `${NOTES} create unique index on notes (tag_id, title) where ${where};`,
      });
    expect(unique('tag_id is not null')).toEqual([]);
    expect(unique('tag_id is not null and title is not null')).toEqual([]);
    expect(unique('user_id is not null')).toHaveLength(1);
    expect(unique('not done')).toHaveLength(1);
  });

  test('profiles are one for each person, whatever the schema says', () => {
    const read = (table: string, rest: string) =>
      found(RULE, { 'src/Page.tsx': `await supabase.from('${table}').select()${rest};` });
    expect(read('profiles', `.in('user_id', ids)`)).toEqual([]);
    expect(read('user_stats', `.eq('user_id', id)`)).toEqual([]);
    expect(read('profiles', `.in('team_id', ids)`)).toHaveLength(1);
    expect(read('members', `.in('user_id', ids)`)).toHaveLength(1);
  });

  test('a count that also brings the rows is one', () => {
    expect(
      found(RULE, page(`await supabase.from('notes').select('id', { count: 'exact' })`)),
    ).toHaveLength(1);
  });

  test('what is asked under a condition only bounds nothing', () => {
    const narrowed = (how: string) =>
      findings(
        RULE,
        page(
          `let query = supabase.from('settings').select();\n${how}\nconst { data } = await query;`,
        ),
      );
    expect(narrowed(`if (id) query = query.eq('user_id', id);`)).toMatchObject([{ scope: 'all' }]);
    expect(
      narrowed(
        `if (name) query = query.eq('theme', name);\nelse if (id) query = query.eq('id', id);`,
      ),
    ).toHaveLength(1);
    expect(narrowed(`switch (kind) { case 'one': query = query.eq('id', id); }`)).toHaveLength(1);
    expect(narrowed(`query = query.eq('id', id);`)).toEqual([]);
    const inside = `if (id) {\n  let q = supabase.from('settings').select();\n  q = q.eq('id', id);\n  await q;\n}`;
    expect(found(RULE, page(inside))).toEqual([]);
  });

  test('what is under way now stays short, what was ever in a state does not', () => {
    const growth = (how: string) =>
      findings(RULE, page(`await supabase.from('notes').select()${how};`)).map((one) => one.growth);
    expect(growth(`.eq('status', 'pending')`)).toEqual(['parts']);
    expect(growth(`.in('status', ['queued', 'in_progress'])`)).toEqual(['parts']);
    expect(growth(`.eq('is_read', false)`)).toEqual(['parts']);
    expect(growth(`.eq('status', 'published')`)).toEqual(['grows']);
    expect(growth(`.in('status', ['pending', 'done'])`)).toEqual(['grows']);
    expect(growth(`.neq('status', 'pending')`)).toEqual(['grows']);
  });

  test('several ways to match make a key only where each compares all of it', () => {
    const both = `${NOTES} create table chats (a uuid, b uuid, unique (a, b));`;
    const chats = (ways: string) =>
      found(RULE, {
        'src/Chats.tsx': `await supabase.from('chats').select().or(\`${ways}\`)`,
        [MIGRATION]: both,
      });
    expect(chats('a.eq.${me},b.eq.${me}')).toHaveLength(1);
    expect(chats('and(a.eq.${me},b.eq.${you}),and(a.eq.${you},b.eq.${me})')).toEqual([]);
    expect(chats('and(a.eq.${me},b.eq.${you}),a.eq.${you}')).toHaveLength(1);
    expect(chats('and(a.eq.${me},b.eq.${you}),and(a.eq.${you},b.neq.${me})')).toHaveLength(1);
  });

  test.each([
    ['by a column that a variable names', `.eq(column, id)`, 'part'],
    ['by what a list holds', `.contains('participants', [id])`, 'part'],
    ['by two ways', '.or(`user_id.eq.${id},created_by.eq.${id}`)', 'part'],
    [
      'by two ways together',
      '.or(`and(user_id.eq.${id},done.is.true),tag_id.in.(${ids})`)',
      'part',
    ],
    [
      'by what a list holds, in two ways',
      '.or(`members.cs.{"${id}","a"},user_id.eq.${id}`)',
      'part',
    ],
    ['by one of two ways', '.or(`user_id.eq.${id},done.eq.true`)', 'all'],
    ['by what it is not', '.or(`user_id.not.eq.${id}`)', 'all'],
    ['by a state', `.eq('status', status)`, 'all'],
    ['by states of another file', `.in('tag_id', OPEN_STATES)`, 'all'],
    ['by a day', `.eq('slot_date', day)`, 'all'],
    ['by a category', `.eq('category_id', id)`, 'all'],
    ['by a condition that is made elsewhere', '.or(ownOnes)', 'part'],
    ['by a tenant', `.eq('organization_id', id)`, 'all'],
    ['by a tenant', `.eq('tenant_id', user.tenant_id)`, 'all'],
    ['by who rents', `.eq('tenant_id', user.id)`, 'part'],
  ])('is narrowed %s', (_, how, scope) => {
    expect(findings(RULE, page(`await supabase.from('notes').select()${how}`))).toMatchObject([
      { scope },
    ]);
  });

  test('what the code names one by one is no list, nor is nothing', () => {
    const by = (how: string) =>
      found(
        RULE,
        page(`const keys = ['a', 'b'];
await supabase.from('notes').select()${how}`),
      );
    expect(by(`.in('key', ['logo', 'title'])`)).toEqual([]);
    expect(by(`.in('key', [...keys])`)).toEqual([]);
    expect(by(`.in('tag_id', [])`)).toEqual([]);
    expect(by(`.in('key', given)`)).toHaveLength(1);
    expect(by(`.in('status', ['open', 'done'])`)).toHaveLength(1);
  });

  test('what is set anew is not written in the code', () => {
    const by = (kind: string) =>
      findings(
        RULE,
        page(`${kind} id = 'first';\nawait supabase.from('notes').select().eq('tag_id', id)`),
      ).map(({ scope }) => scope);
    expect(by('let')).toEqual(['part']);
    expect(by('const')).toEqual(['all']);
  });

  test('says what is read', () => {
    const says = (how: string) =>
      findings(RULE, page(`await supabase.from('notes').select()${how}`)).map((one) => one.says);
    expect(says('')).toEqual(['Reads the whole of notes, however long it is.']);
    expect(says(`.eq('status', status)`)).toEqual([
      'Reads every row of notes that a coarse filter leaves, however many there are.',
    ]);
    expect(says(`.eq('user_id', id)`)).toEqual([
      'Reads every row of notes that belongs to one visitor or parent, however many there are.',
    ]);
  });

  test('a cast, a constant name, then() and Promise.all hide nothing', () => {
    const files = page(`const TABLE = 'notes';
const a = await (supabase.from('notes') as any).select('*');
supabase.from(TABLE).select('*').then(({ data }) => setNotes(data));
const [b, c] = await Promise.all([
  supabase.from('notes').select(),
  paginate(supabase.from('notes').select()),
]);`);
    expect(found(RULE, files)).toEqual([2, 3, 5, 6].map((line) => `src/Page.tsx:${line}`));
  });

  test('a limit that is added to the variable later counts', () => {
    const files = page(`async function load(tag) {
  let query = supabase.from('notes').select('*');
  if (tag) query = query.eq('tag_id', tag);
  const { data } = await query.order('created_at').limit(50);
}`);
    expect(found(RULE, files)).toEqual([]);
  });

  test('builders of one name in sibling blocks are told apart', () => {
    const files = page(`if (a) {
  const query = supabase.from('notes').select('*');
  await query.limit(5);
} else {
  const query = supabase.from('notes').select('*');
  await query;
}`);
    expect(found(RULE, files)).toEqual(['src/Page.tsx:5']);
  });

  test('a builder chosen by a question is followed on both sides', () => {
    const files = page(`const query = mine
  ? supabase.from('notes').select().eq('user_id', id)
  : supabase.from('notes').select();
const { data } = await query.limit(10);`);
    expect(found(RULE, files)).toEqual([]);
  });

  test('a policy that shows each visitor her own rows makes it a part', () => {
    const secured = `${NOTES}
alter table notes enable row level security;
create policy own on notes for select using (auth.uid() = user_id);`;
    const files = { 'src/Page.tsx': `await supabase.from('notes').select()`, [MIGRATION]: secured };
    expect(findings(RULE, files)).toMatchObject([{ scope: 'part' }]);
  });

  test.each([
    ['or what is published', `auth.uid() = user_id or status = 'published'`, 'all'],
    ['or what is nobody’s', 'user_id is null or user_id = auth.uid()', 'all'],
    ['once signed in', 'auth.uid() is not null', 'all'],
    ['to staff alone', `has_role(auth.uid(), 'admin')`, 'all'],
    ['and all to staff', `user_id = auth.uid() or has_role(auth.uid(), 'admin')`, 'part'],
    [
      'through a parent',
      'exists (select 1 from chats c where c.id = chat_id and (c.a = auth.uid() or c.b = auth.uid()))',
      'part',
    ],
  ])('a policy that shows a visitor her own rows %s', (_, using, scope) => {
    const policy = `${NOTES} alter table notes enable row level security; create policy own on notes for select using (${using});`;
    const read = (path: string) =>
      findings(RULE, { [path]: `await supabase.from('notes').select()`, [MIGRATION]: policy });
    expect(read('src/Page.tsx')).toMatchObject([{ scope }]);
    expect(read('supabase/functions/mail/index.ts')).toMatchObject([{ scope: 'all' }]);
  });

  test.each([
    [
      'shows staff all',
      `create policy all_rows on notes for select using (has_role(auth.uid(), 'admin'));`,
      'all',
    ],
    ['shows staff no more than others', '', 'part'],
    [
      'lets the server alone see all',
      'create policy s on notes for all to service_role using (true);',
      'part',
    ],
  ])('a page for staff reads what the policies leave it: one that %s', (_, more, scope) => {
    const secured = `${NOTES} alter table notes enable row level security;
create policy own on notes for select using (auth.uid() = user_id); ${more}`;
    const code = `const { data } = await supabase.from('notes').select();\nconst open = data.filter((one) => !one.done);`;
    const files = { 'src/pages/admin/Notes.tsx': code, [MIGRATION]: secured };
    expect(findings(RULE, files)).toMatchObject([{ scope }]);
    expect(findings('work-in-browser', files)).toMatchObject([{ scope }]);
  });

  test.each([
    ['by the company of each', 'has_any_role(company_id, array[1])', true],
    ['by her company or her own', 'company_id = my_company() or user_id = auth.uid()', true],
    ['by her company, or what is published', 'company_id = my_company() or done', false],
    ['her own', 'user_id = auth.uid()', false],
    ['to everybody', 'true', false],
  ])('policies that show rows %s tell whether a company’s are read', (_, using, expected) => {
    const jobs = `create table jobs (id uuid primary key, company_id uuid, user_id uuid, done boolean, created_at timestamptz);
alter table jobs enable row level security; create policy p on jobs for select using (${using});`;
    const read = (path: string) =>
      findings(RULE, { [path]: `await supabase.from('jobs').select()`, [MIGRATION]: jobs }).map(
        ({ ofCompany }) => ofCompany,
      );
    expect(read('src/Jobs.tsx')).toEqual([expected]);
    expect(read('supabase/functions/mail/index.ts')).toEqual([false]);
  });

  test('who works in a company is few, where the policies show no others', () => {
    const users = (using: string) =>
      findings(RULE, {
        'src/Team.tsx': `await supabase.from('users').select()`,
        [MIGRATION]: `create table users (id uuid primary key, company_id uuid, created_at timestamptz);
alter table users enable row level security; create policy p on users for select using (${using});`,
      }).map(({ growth }) => growth);
    expect(users('company_id = my_company()')).toEqual(['parts']);
    expect(users('true')).toEqual(['grows']);
  });

  test('a condition on what is read along narrows the list only where that has to be there', () => {
    const lines = `${NOTES} create table lines (id uuid primary key, note_id uuid references notes(id), created_at timestamptz);`;
    const read = (select: string) =>
      findings(RULE, {
        'src/a.ts': `await supabase.from('lines').select('${select}').eq('notes.user_id', me);`,
        [MIGRATION]: lines,
      });
    expect(read('*, notes!inner(*)')).toMatchObject([{ scope: 'part', growth: 'parts' }]);
    expect(read('*, notes(*)')).toMatchObject([{ scope: 'all', growth: 'grows' }]);
    expect(
      found('filter-without-index', {
        'src/a.ts': `await supabase.from('lines').select('*, notes!inner(*)').eq('notes.title', title);`,
        [MIGRATION]: lines,
      }),
    ).toEqual([]);
  });

  test('a table that is filled by hand is told as small', () => {
    expect(findings(RULE, page(`await supabase.from('tags').select()`))).toMatchObject([
      { growth: 'small' },
    ]);
  });
});

const SCHEMA = `
model Chat {
  id       String    @id
  userId   String
  messages Message[]
  owner    User      @relation(fields: [userId], references: [id])
}
model Message {
  id     String @id
  chatId String
  chat   Chat   @relation(fields: [chatId], references: [id])
}
model User {
  id    String @id
  news  Chat[]
}`;
const prisma = (code: string) => ({ 'lib/chat.ts': code, 'prisma/schema.prisma': SCHEMA });

describe('Prisma', () => {
  test('findMany without take is found, with take it is not', () => {
    expect(found(RULE, prisma(`await prisma.chat.findMany({ where: { userId } })`))).toHaveLength(
      1,
    );
    expect(
      found(RULE, prisma(`await prisma.chat.findMany({ where: { userId }, take: 20 })`)),
    ).toEqual([]);
  });

  test('take within an include limits the messages, not the chats', () => {
    const code = `await prisma.chat.findMany({ include: { messages: { take: 1 } } })`;
    expect(findings(RULE, prisma(code))).toMatchObject([{ table: 'Chat' }]);
  });

  test('one row stays one row, whatever comes along with it', () => {
    const one = `await prisma.chat.findUnique({ where: { id }, include: { messages: true } })`;
    expect(found(RULE, prisma(one))).toEqual([]);
  });

  test('what is asked under a condition only narrows nothing', () => {
    const scope = (where: string) =>
      findings(RULE, prisma(`await prisma.chat.findMany({ where: { ${where} } })`)).map(
        (one) => one.scope,
      );
    expect(scope('userId')).toEqual(['part']);
    expect(scope('...(mine && { userId })')).toEqual(['all']);
    expect(scope('...(mine ? { userId } : {})')).toEqual(['all']);
    expect(scope('NOT: [{ userId }]')).toEqual(['all']);
    expect(scope('email: { contains: word }')).toEqual(['all']);
    expect(scope('messages: { some: { chatId } }')).toEqual(['part']);
    expect(scope('OR: [{ userId }, { shared: true }]')).toEqual(['all']);
    expect(scope('OR: [{ userId }, { guestId: userId }]')).toEqual(['part']);
  });
});

const TABLES = `import { pgTable, uuid, text } from 'drizzle-orm/pg-core';
export const orders = pgTable('orders', {
  id: uuid('id').primaryKey(),
  userId: uuid('user_id').notNull(),
  code: text('code').unique(),
});`;
const drizzle = (code: string) => ({ 'server/storage.ts': code, 'shared/schema.ts': TABLES });

describe('Drizzle', () => {
  test('a select without limit is found by the table’s own name', () => {
    const code = `await db.select().from(orders).where(and(...conditions))`;
    expect(findings(RULE, drizzle(code))).toMatchObject([{ table: 'orders' }]);
  });

  test.each([
    `const [row] = await db.select().from(orders).where(eq(orders.userId, id));`,
    `const row = (await db.select().from(orders).where(eq(orders.userId, id)))[0];`,
    `await db.select().from(orders).where(eq(orders.code, code));`,
    `await db.select({ n: count() }).from(orders);`,
    `await db.select().from(orders).limit(10);`,
    `const best = db.select().from(orders).groupBy(orders.code).as('best');`,
    `await db.select({ by: orders.userId, n: sql\`count(*)\` }).from(orders).groupBy(orders.userId);`,
    `await db.query.orders.findMany({ where: (t, { inArray }) => inArray(t.id, ids) });`,
    `await db.select().from(orders).where(inArray(orders.title, ['first', 'second']));`,
  ])('%s is no open list', (code) => {
    expect(found(RULE, drizzle(code))).toEqual([]);
  });

  test('rows that are grouped and not added up are a list', () => {
    const code = `await db.select({ by: orders.userId }).from(orders).groupBy(orders.userId)`;
    expect(found(RULE, drizzle(code))).toHaveLength(1);
  });

  test('a request within another is a part of that one', () => {
    const within = (how: string) =>
      findings(
        RULE,
        drizzle(
          `await db.select().from(users).where(${how}(db.select().from(orders).where(eq(orders.userId, users.id))))`,
        ),
      ).map(({ table, scope }) => [table, scope]);
    expect(within('exists')).toEqual([['users', 'all']]);
    expect(within('notExists')).toEqual([['users', 'all']]);
    expect(within('show')).toContainEqual(['orders', 'part']);
  });

  test.each([
    ['by what is equal', 'eq(orders.userId, id)', 'part'],
    ['by a function', '(t, { eq }) => eq(t.userId, id)', 'part'],
    ['by a longer function', '(t, { eq, and }) => { return and(eq(t.userId, id)); }', 'part'],
    ['by conditions that were gathered', 'and(...conditions)', 'part'],
    ['by each of two ways', 'or(eq(orders.userId, id), eq(orders.giverId, id))', 'part'],
    ['by one of two ways', 'or(eq(orders.userId, id), eq(orders.open, true))', 'all'],
    ['by what it is not', 'not(eq(orders.userId, id))', 'all'],
    ['by a state', 'eq(orders.state, State.OPEN)', 'all'],
    ['by a kind', 'eq(orders.kindName, name)', 'all'],
  ])('is narrowed %s', (_, where, scope) => {
    const before = 'const conditions = [eq(orders.userId, id)];\n';
    for (const code of [
      `${before}await db.query.orders.findMany({ where: ${where} });`,
      `${before}await db.select().from(orders).where(${where});`,
    ])
      expect(findings(RULE, drizzle(code))).toMatchObject([{ scope }]);
  });

  test('both ways between two that are unique together find one row', () => {
    const pair = TABLES.replace('});', '}, (t) => [unique().on(t.userId, t.code2)]);').replace(
      'code:',
      "code2: text('code2'), code:",
    );
    const both = (second: string) =>
      found(RULE, {
        'shared/schema.ts': pair,
        'server/a.ts': `await db.select().from(orders).where(or(and(eq(orders.userId, a), eq(orders.code2, b)), ${second}))`,
      });
    expect(both('and(eq(orders.userId, b), eq(orders.code2, a))')).toEqual([]);
    expect(both('eq(orders.userId, b)')).toHaveLength(1);
  });
});

test('a limit of thousands is none, and is told as what it is', () => {
  const read = (rest: string) =>
    findings(RULE, {
      'src/a.ts': `await supabase.from('notes').select()${rest};`,
      [MIGRATION]: NOTES,
    });
  expect(read('.limit(2000)')).toMatchObject([
    { light: true, says: 'Reads up to 2,000 rows of notes at once.' },
  ]);
  expect(read('.limit(20_000)')).toMatchObject([
    { light: false, says: 'Reads the whole of notes, however long it is.' },
  ]);
  expect(read('.limit(1000)')).toEqual([]);
  const filtered = `const { data } = await supabase.from('notes').select().limit(2000);\nconst open = data.filter((one) => !one.done);`;
  expect(
    findings('work-in-browser', { 'src/a.ts': filtered, [MIGRATION]: NOTES }).map(
      (one) => one.light,
    ),
  ).toEqual([true]);
});

describe('Firestore', () => {
  const firestore = (code: string) => ({
    'src/orders.ts': `import { collection, getDocs, limit, query, where, doc, getDoc } from 'firebase/firestore';\n${code}`,
  });

  test('a collection read whole is found, followed through constants', () => {
    expect(found(RULE, firestore(`await getDocs(collection(db, 'orders'));`))).toEqual([
      'src/orders.ts:2',
    ]);
    const kept = `const ref = query(collection(db, 'orders'), where('owner', '==', uid));\nawait getDocs(ref);`;
    expect(findings(RULE, firestore(kept))).toMatchObject([
      { line: 3, table: 'orders', scope: 'part' },
    ]);
  });

  test('what a list holds narrows, and so does a column that a variable names', () => {
    const by = (how: string) =>
      findings(
        RULE,
        firestore(`await getDocs(query(collection(db, 'orders'), where(${how})));`),
      ).map((one) => one.scope);
    expect(by(`'participants', 'array-contains', uid`)).toEqual(['part']);
    expect(by(`'participants', 'array-contains', 'all'`)).toEqual(['all']);
    expect(by(`'tags', 'array-contains', tag`)).toEqual(['all']);
    expect(by(`column, '==', uid`)).toEqual(['part']);
    expect(by(`documentId(), 'in', ids`)).toEqual([]);
  });

  test('a limit and a single document are none', () => {
    expect(
      found(RULE, firestore(`await getDocs(query(collection(db, 'orders'), limit(20)));`)),
    ).toEqual([]);
    expect(found(RULE, firestore(`await getDoc(doc(db, 'orders', id));`))).toEqual([]);
  });

  test('conditions that are put in a list before are read, and names that are given on the way in', () => {
    const listed = (more: string) =>
      findings(RULE, {
        'src/orders.ts': `import { collection, getDocs, limit as atMost, query, where } from 'firebase/firestore';
async function load(filter) {
  const parts = [${more.startsWith('where') ? more : ''}];
  ${more.startsWith('where') ? '' : more}
  await getDocs(query(collection(db, 'orders'), ...parts));
}`,
      }).map(({ scope }) => scope);
    expect(listed('')).toEqual(['all']);
    expect(listed(`where('owner', '==', uid)`)).toEqual(['part']);
    expect(listed(`parts.push(where('owner', '==', uid));`)).toEqual(['part']);
    expect(listed(`if (filter.own) parts.push(where('owner', '==', uid));`)).toEqual(['all']);
    expect(
      listed(`if (filter.few) parts.push(atMost(filter.few)); else parts.push(atMost(9));`),
    ).toEqual([]);
    expect(listed(`others.push(atMost(9));`)).toEqual(['all']);
  });

  test('a hook that shows a collection is followed to what it shows, through memo and condition', () => {
    const hook = (what: string) =>
      findings(RULE, firestore(`const shown = ${what};\nconst { data } = useCollection(shown);`));
    const own = `useMemoFirebase(() => user ? query(\n  collection(db, 'messages'),\n  where('owner', '==', user.uid)\n) : null, [db])`;
    expect(hook(own)).toMatchObject([{ line: 3, table: 'messages', scope: 'part' }]);
    expect(hook(`useMemo(() => { return query(collection(db, 'a'), limit(9)); }, [])`)).toEqual([]);
    // Listens to all of it: told as such, not as a list.
    expect(hook(`collection(db, 'messages')`)).toEqual([]);
  });

  test('functions that are loaded when they are needed are known too', () => {
    const late = `const { getDocs } = await import('firebase/firestore');\nawait getDocs(collection(db, 'orders'));`;
    expect(
      found(RULE, {
        'src/a.ts': `import { collection } from 'firebase/firestore';\nasync function load() {\n${late}\n}`,
      }),
    ).toEqual(['src/a.ts:4']);
  });

  test.each([
    ['by a path in one text', 'await getDocs(collection(db, `users/${uid}/orders`));'],
    ['by steps', "await getDocs(collection(db, 'users', uid, 'orders'));"],
    ['of a document', "await getDocs(collection(doc(db, 'users', uid), 'orders'));"],
    ['in the chained form', "await db.collection('users').doc(uid).collection('orders').get();"],
  ])('what lies below one document, %s, is that one’s part', (_, code) => {
    expect(findings(RULE, firestore(code))).toMatchObject([{ scope: 'part', growth: 'parts' }]);
    expect(findings(RULE, firestore(code.replace('orders', 'pets')))).toMatchObject([
      { growth: 'parts' },
    ]);
  });

  test('a search for what only one has is no list', () => {
    const by = (column: string) =>
      found(
        RULE,
        firestore(`await getDocs(query(collection(db, 'users'), where('${column}', '==', x)));`),
      );
    expect(by('email')).toEqual([]);
    expect(by('referralCode')).toEqual([]);
    expect(by('postal_code')).toHaveLength(1);
  });

  test('what a function was given is told where it is given', () => {
    expect(found(RULE, firestore(`const load = (given) => getDocs(given);`))).toEqual([]);
  });

  test('the older chained form is read as well', () => {
    expect(
      found(RULE, {
        'functions/index.js': `await db.collection('orders').where('a', '==', b).get();`,
      }),
    ).toHaveLength(1);
    expect(
      found(RULE, { 'functions/index.js': `await db.collection('orders').limit(9).get();` }),
    ).toEqual([]);
  });
});

test('a statement written out in the code is read', () => {
  const v0 = (sql: string) => ({ 'app/page.tsx': `const rows = await sql\`${sql}\`;` });
  expect(found(RULE, v0('select * from orders where user_id = ${id}'))).toEqual(['app/page.tsx:1']);
  expect(found(RULE, v0('select * from orders limit 20'))).toEqual([]);
  expect(found(RULE, v0('select count(*) from orders'))).toEqual([]);
  expect(found(RULE, v0('select id from likes where user_id = ${a} and photo_id = ${b}'))).toEqual(
    [],
  );
  expect(found(RULE, v0('select 1 from likes where user_id = ${a}'))).toEqual([]);
  expect(found(RULE, v0('select id from likes where user_id = ${a}'))).toHaveLength(1);
  expect(
    found(RULE, v0('select date(at) as day, count(*) from visits group by date(at) order by 1')),
  ).toEqual([]);
  expect(found(RULE, v0('select user_id, count(*) from visits group by user_id'))).toHaveLength(1);
  expect(found(RULE, v0('select (select count(*) from orders where a = 1) as n'))).toEqual([]);
  expect(found(RULE, v0('select id, (select count(*) from a) from orders'))).toHaveLength(1);
  expect(found(RULE, v0('with recent as (select 1 from a) select * from recent'))).toHaveLength(1);
  expect(
    found(RULE, { 'server.js': `const { rows } = await pool.query('SELECT * FROM orders');` }),
  ).toHaveLength(1);
});

test('names of a model’s methods are told from what every value has', () => {
  const shown =
    'const tx = next();\nconst text = tx.amount.toLocaleString() + tx.amount.constructor(1);';
  expect(found(RULE, { 'src/a.ts': shown })).toEqual([]);
});

test.each([
  [
    'what the database tells of itself',
    "await client.query('select table_name from information_schema.tables');",
  ],
  ['its own lists', "await client.query('select relname from pg_class');"],
  [
    'a sum that is never empty',
    'await sql`select coalesce(sum(seen), 0) as total from notes where user_id = ${id}`;',
  ],
])('%s is no list of rows', (_, code) => {
  expect(found(RULE, { 'lib/a.ts': code })).toEqual([]);
});

test.each([
  ['a function', 'select n, now() from generate_series(1, 9) n'],
  ['a function in front', 'with d as (select g from generate_series(1, 9) g) select g from d'],
  ['a state', 'select status, count(*) from orders o where a = 1 group by o.status order by 1'],
  ['two few values', 'select region, kind, avg(a) from orders group by region, kind having a > 1'],
  ['a category', 'select bucket_id, count(*) from orders group by bucket_id'],
  [
    'what was gathered before',
    'with o as (select id, extract(epoch from at) from orders) select state, avg(a) from o group by state',
  ],
  ['a sum of what was gathered', 'with o as (select * from orders) select count(*) from o'],
  ['whether there is one', 'select exists(select 1 from orders where a = 1)'],
])('what is read from or by %s is no list', (_, sql) => {
  expect(found(RULE, { 'lib/a.ts': `await sql\`${sql}\`;` })).toEqual([]);
});

test.each([
  ['each order', 'select order_id, count(*) from lines group by order_id'],
  ['each mail', 'select email, count(*) from orders group by email'],
  ['each person and state', 'select user_id, status from orders group by user_id, status'],
  ['each customer by name', 'select customer_name, count(*) from orders group by customer_name'],
  ['what was reckoned', 'select lower(name), count(*) from orders group by lower(name)'],
  [
    'a sum in front alone',
    'with n as (select kind, count(*) from a group by kind) select * from orders',
  ],
])('one row for %s is a list', (_, sql) => {
  expect(found(RULE, { 'lib/a.ts': `await sql\`${sql}\`;` })).toHaveLength(1);
});

test('a sum for each person is a list', () => {
  const each = 'await sql`select coalesce(sum(seen), 0), user_id from notes group by user_id`;';
  expect(found(RULE, { 'lib/a.ts': each })).toHaveLength(1);
});

test('a view that shows a table row by row is as long as the table', () => {
  const read = `await supabase.from('shown').select();`;
  const view = (how: string) =>
    findings(RULE, {
      'src/a.ts': read,
      [MIGRATION]: `${NOTES} create view shown with (security_invoker = true) as select ${how};`,
    });
  expect(view('n.*, t.name from public.notes n join tags t on t.id = n.tag_id')).toMatchObject([
    { table: 'notes', growth: 'grows' },
  ]);
  expect(
    view('n.id from (public.notes n left join public.tags t on ((t.id = n.tag_id)))'),
  ).toMatchObject([{ table: 'notes' }]);
  expect(view('user_id, count(*) from notes group by user_id')).toEqual([]);
  expect(view('* from notes limit 9')).toEqual([]);
  expect(view('* from (select 1) as one')).toEqual([]);
});

describe('statements as texts', () => {
  const read = (code: string, sql = '') =>
    found(RULE, {
      'server/a.ts': `export async function GET(id, more) {\n${code}\n}`,
      [MIGRATION]: `${NOTES}${sql}`,
    });

  test('are read with what is added to them in any case', () => {
    const asks = (added: string) =>
      read(
        `let text = 'select * from notes where 1 = 1';\n${added}\nreturn pool.query(text, more);`,
      );
    expect(asks("text += ' order by id limit 10';")).toEqual([]);
    expect(asks('text += ` order by id limit ${more}`;')).toEqual([]);
    expect(asks("if (more) text += ' limit 10';")).toHaveLength(1);
    expect(asks("text += ' order by id';")).toHaveLength(1);
  });

  test('are not narrowed by the columns that join them', () => {
    const MEMBERS = `create table members (note_id uuid references notes(id), user_id uuid references profiles(id), unique (note_id, user_id));`;
    const asks = (where: string) =>
      read(
        `return pool.query('select m.*, p.name from members m join profiles p on m.user_id = p.id where ${where}', [id]);`,
        MEMBERS,
      );
    expect(asks('m.note_id = $1')).toHaveLength(1);
    expect(asks('m.note_id = $1 and m.user_id = $2')).toEqual([]);
  });
});
