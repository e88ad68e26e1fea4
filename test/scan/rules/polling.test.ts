import { expect, test } from 'vitest';
import { findings, found, MIGRATION } from '../project.ts';

const RULE = 'polling';
const one = (code: string) => found(RULE, { 'src/a.tsx': code });
const LOAD = 'const load = async () => { await supabase.from("notes").select().limit(5); };\n';

test('a timer that asks the network is found', () => {
  expect(
    one(
      `${LOAD}useEffect(() => { const t = setInterval(load, 5000); return () => clearInterval(t); }, []);`,
    ),
  ).toEqual(['src/a.tsx:2']);
  expect(one(`const SECOND = 1000;\n${LOAD}setInterval(() => { load(); }, 30 * SECOND);`)).toEqual([
    'src/a.tsx:3',
  ]);
  expect(
    one(`setInterval(async () => { await supabase.functions.invoke('check'); }, 60000);`),
  ).toHaveLength(1);
});

test('React Query’s and SWR’s intervals are found', () => {
  expect(
    one(
      `useQuery({ queryKey: ['n'],\n queryFn: async () => supabase.from('notes').select().limit(5),\n refetchInterval: 10_000 });`,
    ),
  ).toEqual(['src/a.tsx:3']);
  expect(
    one(
      `export function useN() { return useQuery({ queryFn: () => fetch('/api/notes'), refetchInterval: 5000 }); }`,
    ),
  ).toHaveLength(1);
});

test('an interval that depends is told by its shortest', () => {
  const says = (interval: string) =>
    findings(RULE, {
      'src/a.tsx': `export function useN() { return useQuery({ queryFn: () => fetch('/api/notes'), refetchInterval: ${interval} }); }`,
    }).map((one) => /every (\S+) seconds/.exec(one.says)?.[1]);
  expect(says('open ? 5000 : 30_000')).toEqual(['5']);
  expect(says('open && 7000')).toEqual(['7']);
  expect(says('open ? 9000 : false')).toEqual(['9']);
  expect(says('open ? 90_000 : false')).toEqual([]);
});

test.each([
  ['a clock', 'setInterval(() => setNow(Date.now()), 1000);'],
  ['a carousel', 'setInterval(() => setSlide((s) => s + 1), 4000);'],
  ['once in five minutes', `${LOAD}setInterval(load, 300000);`],
  [
    'a wait for a job that ends',
    `${LOAD}const t = setInterval(async () => { await load(); if (done) clearInterval(t); }, 2000);`,
  ],
])('%s is not', (_, code) => {
  expect(one(code)).toEqual([]);
});

const TABLES = ['bots', 'messages']
  .map(
    (name) => `create table ${name} (id uuid primary key, user_id uuid, created_at timestamptz);`,
  )
  .join('\n');
const light = (code: string) =>
  findings(RULE, { 'src/a.tsx': code, [MIGRATION]: TABLES }).map((one) => one.light);
const ALL = `const all = () => supabase.from('notes').select();\n`;
const ROW = `const row = () => supabase.from('stores').select().eq('id', id).single();\n`;

test.each([
  ['one row by its key', `${ROW}setInterval(row, 3000);`, true],
  ['a few of them', `${ROW}setInterval(() => { row(); row(); row(); }, 3000);`, true],
  ['more of them', `${ROW}setInterval(() => { row(); row(); row(); row(); }, 3000);`, false],
  ['a page', `${LOAD}setInterval(load, 5000);`, true],
  ['a list', `${ALL}setInterval(all, 5000);`, false],
  [
    'one visitor’s rows',
    `setInterval(() => supabase.from('bots').select().eq('user_id', me), 5000);`,
    true,
  ],
  [
    'many of one’s',
    `setInterval(() => supabase.from('messages').select().eq('user_id', me), 5000);`,
    false,
  ],
  ['one row and a list', `${ROW}${ALL}setInterval(() => { row(); all(); }, 5000);`, false],
  ['a row for each', `${ROW}setInterval(() => { for (const id of ids) row(id); }, 5000);`, false],
  ['a route of its server', `setInterval(() => fetch('/api/orders'), 5000);`, false],
])('a timer that asks for %s: light is %s', (_, code, expected) => {
  expect(light(code)).toEqual([expected]);
});

test('functions that all call each other are followed to an end', () => {
  const names = Array.from({ length: 30 }, (_, i) => `f${i}`);
  const calls = names.map((name) => `${name}();`).join(' ');
  const functions = names.map((name) => `async function ${name}() { ${calls} }`).join('\n');
  expect(light(`${functions}\nsetInterval(f0, 5000);`)).toEqual([]);
  expect(
    light(`${ROW}${functions.replace('{ f0();', '{ row();')}\nsetInterval(f0, 5000);`),
  ).toEqual([false]);
});

test('a row of her own that it reads and changes is little', () => {
  const light = (change: string) =>
    findings(RULE, {
      'src/a.tsx': `useQuery({ queryFn: async () => { const { data } = await supabase.from('profiles').select().eq('user_id', me).single(); ${change} return data; }, refetchInterval: 9_000 });`,
    }).map((each) => each.light);
  expect(light('')).toEqual([true]);
  expect(light(`await supabase.from('profiles').update({ seen }).eq('user_id', me);`)).toEqual([
    true,
  ]);
  expect(light(`await supabase.from('notes').update({ seen }).eq('done', false);`)).toEqual([
    false,
  ]);
  expect(light(`await supabase.from('visits').insert({ at });`)).toEqual([false]);
});

test('a number of a part, and what saves a visitor’s own, is little', () => {
  const light = (ask: string) =>
    findings(RULE, {
      'src/a.tsx': `setInterval(async () => { await supabase.from('notes').${ask}; }, 9_000);`,
    }).map((each) => each.light);
  const count = `select('*', { count: 'exact', head: true })`;
  expect(light(`${count}.eq('status', 'new')`)).toEqual([true]);
  expect(light(count)).toEqual([false]);
  expect(light(`upsert({ at })`)).toEqual([true]);
  expect(light(`select()`)).toEqual([false]);
});

test('tables that the browser itself keeps cost no server anything', () => {
  const queue = `import Dexie from 'dexie';\nconst db = new Dexie('a');\nsetInterval(() => db.scores.count(), 5000);`;
  expect(one(queue)).toEqual([]);
  expect(one(queue.replace("import Dexie from 'dexie';", ''))).toHaveLength(1);
});

test('a timer of the server is not paid by each visitor', () => {
  expect(found(RULE, { 'server/jobs.ts': `${LOAD}setInterval(load, 5000);` })).toEqual([]);
});
