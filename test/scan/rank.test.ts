import { expect, test } from 'vitest';
import { groupsOf, shownFirst } from '#src/scan/groups.ts';
import { SELDOM, weightOf } from '#src/scan/rank.ts';
import type { Finding, RuleId } from '#src/scan/rule.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { sized } from '#src/scan/size.ts';
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

const loop = (code: string, list = '', path = 'server/a.ts') => {
  const [one] = findings('query-per-row', {
    [path]: `async function ${code.includes('import') ? 'importRows' : 'load'}(list) {\n${list}\nfor (const one of list) ${code}\n}`,
    [MIGRATION]: NOTES,
  });
  return one ? weightOf(one) : 0;
};
const READS = `await supabase.from('profiles').select().eq('id', one.user_id).single();`;
const WRITES = `await supabase.from('profiles').update({ seen: true }).eq('id', one.user_id);`;
const from = (table: string, rest = '') =>
  `const { data: list } = await supabase.from('${table}').select()${rest};`;

test('a loop weighs what the list weighs that it goes through', () => {
  const long = loop(READS, from('notes'));
  expect(loop(READS, from('tags'))).toBeLessThan(SELDOM);
  expect(loop(READS, 'const list = await given();')).toBeLessThan(long);
  expect(loop(READS, 'const list = await given();')).toBeLessThan(SELDOM);
  expect(loop(READS, 'const { list } = await req.json();')).toBeLessThan(SELDOM);
  const nested = `const body = await req.json();
for (const entry of body.entries || []) for (const one of entry.parts || []) ${READS}`;
  expect(
    findings('query-per-row', {
      'server/hook.ts': `export async function POST(req) { ${nested} }`,
    }).map(({ growth }) => growth),
  ).toEqual(['parts']);
});

test('of a list that nobody knows, what is asked about tells', () => {
  const given = 'const list = await given();';
  expect(loop(`await supabase.from('products').select().eq('id', one.id);`, given)).toBeLessThan(
    loop(READS, given),
  );
  expect(
    loop(`await supabase.from('products').select().eq('id', one.id);`, from('notes')),
  ).toBeGreaterThan(SELDOM);
});

test('what a click sets off on a screen is done now and then, however long its list', () => {
  const set = (name: string, path: string) =>
    findings('query-per-row', {
      [path]: `export function Page() {\nasync function ${name}() {\n${from('notes')}\nfor (const one of list) ${READS}\n}\n}`,
      [MIGRATION]: NOTES,
    }).map((one) => weightOf(one) < SELDOM);
  expect(set('handleInvite', 'src/a.tsx')).toEqual([true]);
  expect(set('load', 'src/a.tsx')).toEqual([false]);
  expect(set('handleInvite', 'server/a.ts')).toEqual([false]);
});

test('a loop that writes, or sends from a server, is done now and then', () => {
  const SENDS = `await fetch(\`\${API}/mail/\${one.id}\`);`;
  expect(loop(SENDS, from('notes'))).toBeLessThan(SELDOM);
  expect(loop(SENDS, from('notes'), 'src/a.tsx')).toBeGreaterThan(SELDOM);
  expect(loop(WRITES)).toBeLessThan(SELDOM);
  expect(loop(WRITES, from('notes'))).toBeLessThan(SELDOM);
  expect(loop(READS, from('notes'))).toBeGreaterThan(SELDOM);
  expect(loop(`{ /* import */ ${READS} }`)).toBeLessThan(SELDOM);
  expect(loop(`{ /* import */ ${READS} }`, from('notes'))).toBeLessThan(SELDOM);
});

test('changes on a screen by React Query are the deed of one visitor', () => {
  const change = findings('query-per-row', {
    'src/a.tsx': `async function List() {\n${from('notes')}\nconst done = () => list.forEach((one) => tick.mutate(one.id));\n}`,
    [MIGRATION]: NOTES,
  });
  expect(change.map((one) => weightOf(one) < SELDOM)).toEqual([true]);
});

test('what runs for a day, or by the clock, weighs little', () => {
  const at = (file: string) => weightOf(finding('list-without-limit', { file }));
  for (const file of [
    'src/app/fix-data/page.tsx',
    'server/backfill-scores.ts',
    'src/lib/import-data.ts',
    'server/jobs/settle.ts',
    'supabase/functions/send-daily-digest/index.ts',
    'supabase/functions/send-email/index.ts',
    'src/services/overdue-scan.service.ts',
    'app/api/cron/route.ts',
    'app/sitemap.ts',
  ])
    expect([file, at(file) < SELDOM]).toEqual([file, true]);
  for (const file of ['src/pages/jobs/List.tsx', 'src/important.ts', 'app/test/[id]/page.tsx'])
    expect([file, at(file) < SELDOM]).toEqual([file, false]);
});

test('a screen of the staff that asks again and again is one screen', () => {
  const poll = (file: string) =>
    findings('polling', {
      [file]: `setInterval(() => { fetch('/api/health'); }, 5000);`,
    }).map(weightOf);
  expect(poll('client/src/pages/MonitoringDashboard.tsx')[0]).toBeLessThan(SELDOM);
  expect(poll('src/hooks/useAdmin.ts')[0]).toBeLessThan(SELDOM);
  expect(poll('client/src/pages/Dashboard.tsx')[0]).toBeGreaterThan(SELDOM);
});

test('pictures cost the line, not the database', () => {
  expect(weightOf(finding('heavy-images'))).toBeLessThan(SELDOM);
});

test('calls to slow services are one group, whatever file they stand in, and so are timers', () => {
  const call = `await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST' });`;
  const timer = `setInterval(() => { fetch('/api/waiting'); }, 3000);`;
  const project = projectOf({
    'server/a.ts': call,
    'server/b.ts': call,
    'src/a.tsx': timer,
    'src/b.tsx': timer,
  });
  const groups = groupsOf(findingsOf(project)).map(
    ({ rule, findings: all }) => `${rule} ${all.length}`,
  );
  expect(groups).toEqual(expect.arrayContaining(['slow-call-without-timeout 2', 'polling 2']));
});

test('a rule asked for each row weighs little where only a server or one visitor’s few rows are read', () => {
  const SAVED = `${NOTES}
create table saved (id uuid primary key, user_id uuid references profiles(id), note_id uuid, created_at timestamptz);
create policy p on saved for select using (auth.uid() = user_id);`;
  const policy = (path: string, rest = '') =>
    findings('policy-asks-per-row', {
      [path]: `await supabase.from('saved').select()${rest};`,
      [MIGRATION]: SAVED,
    }).map(({ light }) => light === true);
  expect(policy('src/a.ts')).toEqual([false]);
  expect(policy('src/a.ts', `.eq('user_id', id)`)).toEqual([true]);
  expect(policy('supabase/functions/send/index.ts')).toEqual([true]);
});

test('tables are known by their words in the way of an ORM too', () => {
  const list = (model: string) =>
    findings('list-without-limit', { 'src/a.ts': `await prisma.${model}.findMany();` });
  expect(list('personType')).toMatchObject([{ growth: 'small' }]);
  expect(list('person')).toMatchObject([{ growth: 'unknown' }]);
});

const GROUPED = {
  'package.json': '{"dependencies":{"react":"19"}}',
  [MIGRATION]: NOTES,
};
const told = (some: readonly { rule: RuleId; table?: string | undefined }[]) =>
  some.map(({ rule, table }) => `${rule} ${table ?? ''}`.trim());
const groupsIn = (count: number, code: string) =>
  groupsOf(
    findingsOf(
      projectOf({
        ...GROUPED,
        ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`src/pages/${i}.ts`, code])),
      }),
    ),
  );

test('what seldom adds to the load is shown only when it is asked for, and never lost', () => {
  const groups = groupsIn(
    4,
    `await supabase.from('notes').select();\nawait supabase.from('tags').select();`,
  );
  expect(told(shownFirst(groups))).toContain('list-without-limit notes');
  expect(told(shownFirst(groups))).not.toContain('list-without-limit tags');
  expect(told(shownFirst(groups))).not.toContain('no-monitoring');
  expect(told(groups)).toEqual(
    expect.arrayContaining(['list-without-limit tags', 'no-monitoring']),
  );
});

test.each([
  ['a list', 4, `await supabase.from('notes').select();`, 'list-without-limit notes'],
  [
    'a conversation',
    4,
    `await supabase.from('messages').select().eq('room_id', id);`,
    'list-without-limit messages',
  ],
  [
    'the registrations for an event',
    6,
    `await supabase.from('registrations').select().eq('event_id', id);`,
    'list-without-limit registrations',
  ],
  [
    'a search',
    5,
    `await supabase.from('notes').select().eq('title', title).limit(9);`,
    'filter-without-index notes',
  ],
  [
    'a live table',
    3,
    `supabase.channel('x').on('postgres_changes', { event: '*', table: 'notes' }, reload).subscribe();`,
    'realtime-whole-table notes',
  ],
  ['a timer', 6, `setInterval(() => { fetch('/api/waiting'); }, 3000);`, 'polling'],
])('%s is shown first where it stands in %i files, and not in fewer', (_, files, code, key) => {
  expect(told(shownFirst(groupsIn(files, code)))).toContain(key);
  expect(told(shownFirst(groupsIn(files - 1, code)))).not.toContain(key);
  expect(told(groupsIn(files - 1, code))).toContain(key);
});

test('a search of those who have an account is not shown first, however many they are', () => {
  const search = (table: string) =>
    findings('filter-without-index', {
      ...Object.fromEntries(
        ['a', 'b', 'c'].map((name) => [
          `src/${name}.ts`,
          `await supabase.from('${table}').select().eq('${table === 'notes' ? 'title' : 'email'}', text).limit(9);`,
        ]),
      ),
      [MIGRATION]: NOTES,
    });
  const first = (table: string) =>
    told(shownFirst(groupsOf(sized(search(table), { profiles: 'more', notes: 'more' }))));
  expect(search('profiles')).toHaveLength(3);
  expect(first('profiles')).toEqual([]);
  expect(first('notes')).toEqual(['filter-without-index notes']);
});

test('a search by staff is not shown first, however long the table is', () => {
  const search = (folder: string) =>
    findings('filter-without-index', {
      ...Object.fromEntries(
        ['A', 'B', 'C'].map((name) => [
          `src/pages/${folder}/${name}.ts`,
          `await supabase.from('notes').select().eq('title', title).limit(9);`,
        ]),
      ),
      [MIGRATION]: NOTES,
    });
  const first = (folder: string) => shownFirst(groupsOf(sized(search(folder), { notes: 'more' })));
  expect(first('notes')).toHaveLength(1);
  expect(first('admin')).toHaveLength(0);
});

test('a loop of a server is shown first where it stands in three places, of a screen in one', () => {
  const shown = (path: string, count: number) => {
    const loops = `${from('notes')}\n${`for (const one of list) ${READS}\n`.repeat(count)}`;
    const code = `export async function load() {\n${loops}}`;
    const project = projectOf({ [path]: code, [MIGRATION]: NOTES });
    return told(shownFirst(groupsOf(findingsOf(project))));
  };
  expect(shown('server/routes.ts', 2)).not.toContain('query-per-row profiles');
  expect(shown('artifacts/api-server/src/routes.ts', 2)).not.toContain('query-per-row profiles');
  expect(shown('server/routes.ts', 3)).toContain('query-per-row profiles');
  expect(shown('src/pages/a.ts', 1)).toContain('query-per-row profiles');
});

test('a timer that asks for a known table is shown first wherever it stands', () => {
  const code = `setInterval(async () => { await supabase.from('notes').select(); }, 3000);`;
  expect(told(shownFirst(groupsIn(1, code)))).toContain('polling notes');
});

test('rules that let anybody in weigh what their table weighs', () => {
  const open = (table: string) =>
    findings('row-security-off', {
      'src/a.ts': `await supabase.from('notes').select();`,
      'package.json': '{"dependencies":{"@supabase/supabase-js":"2"}}',
      [MIGRATION]: NOTES,
    })
      .filter((one) => one.table === table)
      .map(weightOf);
  expect(open('notes')[0]).toBeGreaterThan(SELDOM);
  expect(open('tags')[0]).toBeLessThan(SELDOM);
  const written = (table: string) =>
    findings('policy-always-true', {
      [MIGRATION]: `${NOTES} create policy p on ${table} for all using (true);`,
    }).map(weightOf);
  expect(written('notes')[0]).toBeGreaterThan(SELDOM);
  expect(written('tags')[0]).toBeLessThan(SELDOM);
});

test('a list for a report or a backup is asked for now and then', () => {
  const list = (name: string, path = 'src/a.ts') =>
    findings('list-without-limit', {
      [path]: `export async function ${name}() { return supabase.from('notes').select(); }`,
      [MIGRATION]: NOTES,
    }).map((one) => weightOf(one) < SELDOM);
  for (const name of ['exportNotes', 'generateReport', 'backupAll', 'purgeNotes', 'deleteAllNotes'])
    expect(list(name)).toEqual([true]);
  for (const name of ['exported', 'listReports', 'load']) expect(list(name)).toEqual([false]);
  expect(list('load', 'server/lib/nightlyBackup.ts')).toEqual([true]);
  expect(list('load', 'server/lib/reminderJob.ts')).toEqual([true]);
  expect(list('load', 'src/pages/Jobs.ts')).toEqual([false]);
});

test('changes that the database sends to few, or to nobody, weigh little', () => {
  const OPEN = `alter table notes enable row level security; create policy p on notes for select using (true);`;
  const OWN = OPEN.replace('(true)', '(auth.uid() = user_id)');
  const LIVE = 'alter publication supabase_realtime add table';
  const seldom = (sql: string) =>
    findings('realtime-whole-table', {
      'src/a.tsx': `supabase.channel('x').on('postgres_changes', { event: '*', schema: 'public', table: 'notes' }, reload).subscribe();`,
      'package.json': '{"dependencies":{"@supabase/supabase-js":"2"}}',
      [MIGRATION]: `${NOTES}${sql}`,
    }).map((one) => weightOf(one) < SELDOM);
  expect(seldom(OPEN)).toEqual([false]);
  expect(seldom(`${OPEN} ${LIVE} notes;`)).toEqual([false]);
  expect(seldom(`${OPEN} ${LIVE} tags;`)).toEqual([true]);
  expect(seldom(`${OPEN} create publication supabase_realtime for all tables;`)).toEqual([false]);
  expect(seldom(`${OWN} ${LIVE} notes;`)).toEqual([true]);
});

test('what the browser does with a list is told under that list', () => {
  const groups = groupsOf(
    findingsOf(
      projectOf({
        'src/a.ts': `const { data } = await supabase.from('notes').select();\nconst open = data.filter((one) => !one.done);`,
        [MIGRATION]: NOTES,
      }),
    ),
  );
  const list = groups.find(({ key }) => key === 'list-without-limit notes');
  expect(list?.rule).toBe('list-without-limit');
  expect(list?.findings.map(({ rule }) => rule)).toEqual(['list-without-limit', 'work-in-browser']);
  expect(groups.map(({ rule }) => rule)).not.toContain('work-in-browser');
});

test('changes of what is written all the time weigh more than of what is kept', () => {
  const channel = (table: string) =>
    findings('realtime-whole-table', {
      'src/a.tsx': `supabase.channel('x').on('postgres_changes', { event: '*', schema: 'public', table: '${table}' }, reload).subscribe();`,
      [MIGRATION]: `${NOTES} create table ${table} (id uuid primary key, user_id uuid references profiles(id), created_at timestamptz);`,
    }).map((one) => weightOf(one) < SELDOM);
  expect(channel('messages')).toEqual([false]);
  expect(channel('user_presence')).toEqual([false]);
  expect(channel('business_profiles')).toEqual([true]);
});
