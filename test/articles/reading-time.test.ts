import { expect, test } from 'vitest';
import { readingMinutes, wordCount } from '#src/articles/reading-time.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

test('An article of 2,200 words takes ten minutes', () => {
  expect(readingMinutes(wordCount(words(2200)))).toBe(10);
});

test('The shortest article takes a minute', () => {
  expect(readingMinutes(wordCount('Short.'))).toBe(1);
});

test('Code, frontmatter and punctuation are not read', () => {
  const text = `---\ntitle: not counted\n---\n\n## One two\n\nthree \`code\` – four\n\n\`\`\`sql\nselect all of it\n\`\`\`\n`;
  expect(wordCount(text)).toBe(4);
});

test('Words within components, lists and tables are read', () => {
  const text = `<Ask>\n\n- one two\n\n</Ask>\n\n| three |\n| ----- |\n| four  |\n`;
  expect(wordCount(text)).toBe(4);
});
