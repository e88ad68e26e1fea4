import { expect, test } from 'vitest';
import { answersIn, isMeasured } from '#src/quiz/evidence.ts';
import { forgetFound, readFound, saveFound } from '#src/quiz/found.ts';
import { makeReport } from '#src/report/make.ts';

function device() {
  const kept = new Map<string, string>();
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
}
const lines = [{ file: 'src/a.ts', line: 3, says: 'Reads the whole of orders.' }];
const evidences = { list: { value: 'all', lines }, indexes: { value: 'sometimes', lines } };

test('what a scan found comes back from this device, until it is forgotten', () => {
  const open = device();
  expect(readFound(open)).toEqual({ evidences: {}, small: [], sizes: {} });
  saveFound(
    { evidences, small: ['list-without-limit tags'], sizes: { tags: 'tens' as const } },
    open,
  );
  expect(readFound(open)).toEqual({
    evidences,
    small: ['list-without-limit tags'],
    sizes: { tags: 'tens' as const },
  });
  forgetFound(open);
  expect(readFound(open).evidences).toEqual({});
});

test('what was stored before lengths were asked for is not forgotten', () => {
  const old = JSON.stringify({ version: 1, evidences, small: ['x'] });
  expect(readFound(() => ({ ...device()(), getItem: () => old }))).toEqual({
    evidences,
    small: ['x'],
    sizes: {},
  });
});

test('what cannot be read, or kept, is as if there were none', () => {
  const broken = () => ({
    getItem: () => '{"version":9}',
    setItem: () => {},
    removeItem: () => {},
  });
  const shut = () => {
    throw new Error('forbidden');
  };
  expect(readFound(broken)).toEqual({ evidences: {}, small: [], sizes: {} });
  expect(readFound(shut)).toEqual({ evidences: {}, small: [], sizes: {} });
  expect(saveFound({ evidences, small: [], sizes: {} }, shut)).toBe(false);
  expect(() => forgetFound(shut)).not.toThrow();
});

test('evidence gives the answers that the quiz knows', () => {
  expect(answersIn(evidences)).toEqual({ list: 'all' });
});

test('an answer that the visitor changed is no longer measured', () => {
  expect(isMeasured(evidences, 'list', 'all')).toBe(true);
  expect(isMeasured(evidences, 'list', 'own')).toBe(false);
  expect(isMeasured(evidences, 'cache', undefined)).toBe(false);
});

test('the report says which answers were found, and rates the same', () => {
  const answers = { builder: 'lovable', list: 'all', cache: 'database' } as const;
  const told = makeReport(answers);
  const found = makeReport(answers, evidences);
  const of = (report: typeof told, question: string) =>
    report.defects.find((one) => one.question === question)?.provenance;
  expect([of(told, 'list'), of(found, 'list'), of(found, 'cache')]).toEqual([
    'told',
    'measured',
    'told',
  ]);
  expect(found.load).toEqual(told.load);
});
