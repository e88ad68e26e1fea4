import { expect, test } from 'vitest';
import { SELDOM, weightOf } from '#src/scan/rank.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { MIGRATION, NOTES, projectOf } from './project.ts';

const READ = `export const Notes = () => { supabase.from('notes').select(); };`;
const list = (files: Readonly<Record<string, string>>) =>
  findingsOf(projectOf({ [MIGRATION]: NOTES, ...files })).filter(
    ({ rule, file }) => rule === 'list-without-limit' && file === 'src/components/Notes.tsx',
  );
const usedBy = (path: string, code = `import { Notes } from '@/components/Notes';`) =>
  list({ 'src/components/Notes.tsx': READ, [path]: code });

test('a part that no page brings in weighs little', () => {
  expect(usedBy('src/pages/Home.tsx', 'export {}').map((one) => weightOf(one) < SELDOM)).toEqual([
    true,
  ]);
  expect(usedBy('src/components/Other.tsx').map((one) => weightOf(one) < SELDOM)).toEqual([true]);
});

test.each([
  ['by its path', `import { Notes } from '../components/Notes';`],
  ['by an alias that is not known', `import { Notes } from 'parts/Notes';`],
  ['when it is needed', `const Notes = lazy(() => import('@/components/Notes'));`],
  ['to pass it on', `export * from '@/components/Notes';`],
])('one that is brought in %s is used', (_, code) => {
  expect(usedBy('src/pages/Home.tsx', code).map((one) => weightOf(one) > SELDOM)).toEqual([true]);
});

test('a type alone uses nothing', () => {
  const types = `import type { Notes } from '@/components/Notes';`;
  expect(usedBy('src/pages/Home.tsx', types).map((one) => weightOf(one) < SELDOM)).toEqual([true]);
});

test('what pages for staff alone bring in is for staff', () => {
  expect(usedBy('src/pages/Admin.tsx')).toMatchObject([{ staff: true }]);
  expect(usedBy('src/pages/Home.tsx')).toMatchObject([{ staff: false }]);
  const both = list({
    'src/components/Notes.tsx': READ,
    'src/pages/Admin.tsx': `import { Notes } from '@/components/Notes';`,
    'src/pages/Home.tsx': `import { Notes } from '@/components/Notes';`,
  });
  expect(both).toMatchObject([{ staff: false }]);
});

test('where files that bring in others are not read, nothing is called unused', () => {
  const project = projectOf({ 'src/components/Notes.tsx': READ, 'src/pages/Home.vue': '' });
  expect(project.uses.isUnused('src/components/Notes.tsx')).toBe(false);
});
