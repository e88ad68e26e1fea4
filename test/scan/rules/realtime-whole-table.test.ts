import { expect, test } from 'vitest';
import { findings, found } from '../project.ts';

const RULE = 'realtime-whole-table';
const channel = (filter: string) =>
  found(RULE, {
    'src/a.tsx': `supabase.channel('x').on('postgres_changes', { event: '*', schema: 'public', table: 'notes'${filter} }, reload).subscribe();`,
  });

test('a channel without filter is found, with its table', () => {
  expect(channel('')).toHaveLength(1);
  expect(
    findings(RULE, {
      'src/a.tsx': `c.on(\n  'postgres_changes',\n  { event: '*', table: 'notes' },\n  f)`,
    }),
  ).toMatchObject([{ line: 2, table: 'notes' }]);
});

test('a filter that keeps nearly all rows counts as none', () => {
  expect(channel(', filter: `user_id=neq.${id}`')).toHaveLength(1);
  expect(channel(", filter: 'status=eq.active'")).toHaveLength(1);
});

test('a filter to one visitor’s rows does not', () => {
  expect(channel(', filter: `user_id=eq.${id}`')).toEqual([]);
  expect(channel(", filter: 'user_id=eq.' + id")).toEqual([]);
});

test('Firestore: a listener on a whole collection is found, one with a question is not', () => {
  const listen = (what: string) => ({
    'src/a.ts': `import { onSnapshot, collection, query, where, doc } from 'firebase/firestore';\nonSnapshot(${what}, (s) => show(s));`,
  });
  expect(found(RULE, listen(`collection(db, 'orders')`))).toEqual(['src/a.ts:2']);
  expect(found(RULE, listen(`query(collection(db, 'orders'), where('owner', '==', uid))`))).toEqual(
    [],
  );
  expect(found(RULE, listen(`doc(db, 'orders', id)`))).toEqual([]);
  expect(found(RULE, listen('collection(db, `users/${uid}/orders`)'))).toEqual([]);
  const hook = `import { onSnapshot } from 'firebase/firestore';
export function useCollection(given) { onSnapshot(given, (s) => show(s)); }`;
  expect(found(RULE, { 'src/use-collection.ts': hook })).toEqual([]);
  const used = `const { data } = useCollection(useMemoFirebase(() => collection(db, 'orders'), [db]));`;
  expect(findings(RULE, { 'src/b.tsx': used })).toMatchObject([{ line: 1, table: 'orders' }]);
});

test('a channel on a screen of staff weighs little, for there are few', () => {
  const heard = (path: string) =>
    findings(RULE, {
      [path]: `supabase.channel('a').on('postgres_changes', { table: 'notes' }, show).subscribe();`,
    }).map(({ light }) => light);
  expect(heard('src/pages/Admin.tsx')).toEqual([true]);
  expect(heard('src/pages/Home.tsx')).toEqual([false]);
});
