import { expect, test } from 'vitest';
import { found } from '../project.ts';

const RULE = 'heavy-images';

test('pictures of more than half a megabyte are found, smaller ones are not', () => {
  expect(
    found(RULE, {
      'public/hero.png': 'x'.repeat(600_000),
      'src/assets/a.jpg': 'x'.repeat(400_000),
    }),
  ).toEqual(['public/hero.png:1']);
});

test('Next.js told to send pictures as they are is found on its line', () => {
  expect(
    found(RULE, {
      'next.config.mjs': 'export default {\n  images: {\n    unoptimized: true,\n  },\n};',
    }),
  ).toEqual(['next.config.mjs:3']);
  expect(
    found(RULE, { 'next.config.mjs': 'export default {\n  // unoptimized: true\n};' }),
  ).toEqual([]);
});
