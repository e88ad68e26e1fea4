import { expect, test } from 'vitest';
import { EXPLAINED, faults } from '#src/articles/faults.ts';
import { gainOf } from '#src/articles/gain.ts';
import { sound } from '#src/home/causes.ts';
import { onPath } from '#src/quiz/path.ts';
import { repairs } from '#src/report/repairs.ts';

test.each(EXPLAINED)('the app that needs %s gave the answer that raises it', (repair) => {
  const { question, by } = repairs[repair];
  const [[asked, answer]] = Object.entries(faults[repair]) as [[string, string]];
  expect(asked).toBe(question);
  expect(by).toContain(answer);
  expect(onPath({ ...sound, ...faults[repair] })).toMatchObject(faults[repair]);
});

test.each(EXPLAINED)('%s leaves the app with no less load', (repair) => {
  const { from, to } = gainOf([repair]);
  expect(to.likely).toBeGreaterThanOrEqual(from.likely);
});

test('an article about several repairs shows what they bring together', () => {
  const both = gainOf(['add-indexes', 'pool-connections']);
  for (const repair of ['add-indexes', 'pool-connections'] as const) {
    expect(both.from.likely).toBeLessThanOrEqual(gainOf([repair]).from.likely);
  }
});

test('an article about no single repair shows what all of them bring', () => {
  const { from, to } = gainOf();
  expect(to.likely).toBeGreaterThan(from.likely);
});
