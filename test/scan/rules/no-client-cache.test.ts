import { expect, test } from 'vitest';
import { findings, found } from '../project.ts';

const RULE = 'no-client-cache';
const READ = `await supabase.from('notes').select().limit(9);`;

test('a React Query client that is made and never used is no cache', () => {
  const files = { 'src/App.tsx': '\nconst client = new QueryClient();', 'src/a.tsx': READ };
  expect(findings(RULE, files)).toMatchObject([{ file: 'src/App.tsx', line: 2, says: /Nothing/ }]);
});

test('used without a stale time it asks again on every screen', () => {
  const use = `export const useN = () => useQuery({ queryFn: async () => ${READ.slice(0, -1)} });`;
  expect(findings(RULE, { 'src/a.tsx': use })).toMatchObject([{ says: /stale/ }]);
  expect(
    found(RULE, {
      'src/a.tsx': use,
      'src/App.tsx': 'new QueryClient({ defaultOptions: { queries: { staleTime: 60000 } } })',
    }),
  ).toEqual([]);
});

test('an app that reads on the server only is not asked for it', () => {
  expect(found(RULE, { 'app/page.tsx': READ })).toEqual([]);
});
