import { expect, test } from 'vitest';
import { found } from './project.ts';

const SCRIPT = `const { PrismaClient } = require('@prisma/client');
const prisma = new PrismaClient();
async function main() { console.log(await prisma.note.findMany()); }
main();`;
const list = (files: Readonly<Record<string, string>>) => found('list-without-limit', files);

test.each([
  'server/test-prisma.js',
  'server/remove-duplicates.js',
  'login_test.js',
  'check-data.cjs',
  'verify.mjs',
])('%s, run by hand, is not the app', (path) => {
  expect(list({ [path]: SCRIPT, 'server/index.js': '' })).toEqual([]);
});

test.each([
  ['another file brings in', { 'server/index.js': `require('./check-notes');` }],
  [
    'another brings in by an unknown alias',
    { 'server/index.js': `import 'parts/check-notes.js';` },
  ],
  ['a package starts', { 'package.json': '{"scripts": {"start": "node server/check-notes.js"}}' }],
])('what %s is the app', (_, others) => {
  expect(list({ 'server/check-notes.js': SCRIPT, ...others })).toEqual(['server/check-notes.js:3']);
});

test.each([
  ['hands something out', 'server/check-notes.js', `${SCRIPT}\nmodule.exports = { main };`],
  ['waits for requests', 'server/check-notes.js', `${SCRIPT}\napp.listen(3000);`],
  ['runs by a clock', 'server/check-notes.js', `${SCRIPT}\ncron.schedule('* * * * *', main);`],
  ['is found by its place', 'api/check-notes.js', SCRIPT],
  ['a page may load', 'check-notes.js', `const all = supabase.from('notes').select();\nshow(all);`],
  ['is named for what it is', 'server/notes.js', SCRIPT],
])('what %s is the app', (_, path, code) => {
  expect(list({ [path]: code })).toHaveLength(1);
});
