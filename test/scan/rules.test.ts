import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { RULES } from '#src/scan/rule.ts';

const names = (folder: string, ending: string) =>
  readdirSync(fileURLToPath(new URL(`../../${folder}/`, import.meta.url)))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter((name) => name !== 'all')
    .sort();

const all = [...RULES].sort();

test('every rule has its code, its document and its test, and nothing else lies there', () => {
  expect(names('src/scan/rules', '.ts')).toEqual(all);
  expect(names('content/scan', '.md')).toEqual(all);
  expect(names('test/scan/rules', '.test.ts')).toEqual(all);
});

test.each(all)(
  'the document of %s tells what it means, when it is harmless, and the repair',
  (rule) => {
    const path = fileURLToPath(new URL(`../../content/scan/${rule}.md`, import.meta.url));
    const headings = [...readFileSync(path, 'utf8').matchAll(/^### (.+)$/gm)].map(
      ([, text]) => text,
    );
    expect(headings).toEqual(['What it means', 'When it is harmless', 'The repair']);
  },
);
