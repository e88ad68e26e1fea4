import { expect, test } from 'vitest';
import { evidenceOf } from '#src/loadtest/evidence.ts';
import { keep } from '#src/loadtest/keep.ts';
import type { LoadResult } from '#src/loadtest/result.ts';
import { readFound, saveFound } from '#src/quiz/found.ts';
import { forgetAnswers, readAnswers } from '#src/quiz/storage.ts';
import { readTested } from '#src/quiz/tested.ts';
import { makeReport } from '#src/report/make.ts';
import { besideEstimate, testedFigure, testedSentence } from '#src/report/tested-words.ts';
import { founder } from '#test/report/personas.ts';

const result: LoadResult = {
  loadworthy: 1,
  host: 'my-app.com',
  levels: [
    { users: 1, screens: 8, p95: 300, failed: 0 },
    { users: 5, screens: 40, p95: 900, failed: 0 },
    { users: 10, screens: 60, p95: 4_200, failed: 0 },
  ],
  entries: 1_000,
  bytes: 90_000,
};

const { entries: _, ...blind } = result;

function device() {
  const kept = new Map<string, string>();
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
}

test('what a test measured is told as measured by the report, and rates the app anew', () => {
  const open = device();
  keep(evidenceOf(result, founder), result.host, '2026-11-23', open);
  const answers = readAnswers(open);
  expect(answers).toEqual({ ...founder, list: 'all' });
  const report = makeReport(answers, readFound(open).evidences);
  const list = report.defects.find(({ question }) => question === 'list');
  expect(list).toMatchObject({
    provenance: 'measured',
    lines: [{ file: 'Load test', line: 0, says: 'The longest list had 1,000 entries.' }],
  });
  expect(report.load.likely).not.toBe(makeReport(founder).load.likely);
});

test('a newer test takes the place of the older one, and leaves what the scan found', () => {
  const open = device();
  const lines = [{ file: 'src/a.ts', line: 3, says: 'No index.' }];
  saveFound(
    {
      evidences: { indexes: { value: 'no', lines } },
      small: ['orders'],
      sizes: { orders: 'more' },
    },
    open,
  );
  keep(evidenceOf(result, founder), result.host, '2026-11-22', open);
  keep(evidenceOf({ ...blind, cached: 1 }, founder), '', '2026-11-23', open);
  const { evidences, small, sizes } = readFound(open);
  expect(Object.keys(evidences)).toEqual(['indexes', 'cache']);
  expect(evidences.cache?.by).toBe('test');
  expect(small).toEqual(['orders']);
  expect(sizes).toEqual({ orders: 'more' });
  expect(readTested(open)).toEqual({ day: '2026-11-23', host: '', held: 5, gave: 10 });
  forgetAnswers(open);
  expect(readTested(open)).toBeUndefined();
});

test('a test that never gave is kept as one', () => {
  const open = device();
  const [one, two] = result.levels;
  if (!one || !two) throw new Error('The sample has no levels');
  keep(evidenceOf({ ...result, levels: [one, two] }, founder), 'a.example', '2026-11-23', open);
  expect(readTested(open)).toEqual({ day: '2026-11-23', host: 'a.example', held: 5 });
});

test('what cannot be kept or read is as if there were none', () => {
  const shut = () => {
    throw new Error('forbidden');
  };
  expect(() => keep(evidenceOf(result, {}), '', '2026-11-23', shut)).not.toThrow();
  expect(readTested(shut)).toBeUndefined();
});

const never = { day: '2026-11-23', host: 'my-app.com', held: 5 };
const tested = { ...never, gave: 10 };

test('a test is told in a figure and a sentence', () => {
  expect(testedFigure(tested)).toBe('held 5, gave at 10');
  expect(testedSentence(tested)).toBe('It held 5 users at once and gave at 10.');
  expect(testedFigure({ ...tested, held: 0, gave: 1 })).toBe('gave at 1');
  expect(testedSentence({ ...tested, held: 0, gave: 1 })).toBe('It gave with one user already.');
  expect(testedFigure(never)).toBe('held 5');
  expect(testedSentence(never)).toContain('as far as the test went');
});

test('where the estimate says otherwise, the test is believed', () => {
  const load = { low: 20, likely: 40, high: 80 };
  expect(besideEstimate(tested, load)).toContain('earlier than the estimate');
  expect(besideEstimate({ ...never, held: 90 }, load)).toContain('more than the estimate');
  expect(besideEstimate({ ...tested, held: 25, gave: 50 }, load)).toContain('agrees');
});
