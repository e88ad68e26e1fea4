import { expect, test } from 'vitest';
import core from '../../content/measurements/constants.json' with { type: 'json' };
import { measurement } from '#src/measured/measurement.ts';

test('A constant is found by its key, with where it comes from', () => {
  const found = measurement('constants/query');
  expect(found).toMatchObject({ value: core.constants.query.value, unit: 's', file: 'constants' });
  expect(found.head.machine).toBe(core.head.machine);
});

test('A break point is found by its configuration: users, without the share of the load generator', () => {
  expect(measurement('break-points/scan-30k')).toMatchObject({ unit: 'users' });
});

test('A figure is found by its name, its size by “.bytes”', () => {
  expect(measurement('list/all-1000').unit).toBe('ms');
  const all = measurement('list/all-1000.bytes');
  expect(all.unit).toBe('B');
  expect(all.value).toBeGreaterThan(10 * measurement('list/page-1000.bytes').value);
});

test.each([
  ['index', 'There is no measurement “index”'],
  ['nothing/here', 'There is no measurement “nothing/here”'],
  ['constants/nothing', 'constants.json has no figure “nothing”'],
  ['constants/toString', 'constants.json has no figure “toString”'],
  ['constants/query.bytes', 'has no bytes'],
])('“%s” is refused in words', (of, message) => {
  expect(() => measurement(of)).toThrow(message);
});
