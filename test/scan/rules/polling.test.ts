import { expect, test } from 'vitest';
import { found } from '../project.ts';

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

test('a timer of the server is not paid by each visitor', () => {
  expect(found(RULE, { 'server/jobs.ts': `${LOAD}setInterval(load, 5000);` })).toEqual([]);
});
