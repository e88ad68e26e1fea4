import { expect, test } from 'vitest';
import { users, usersUnit } from '#src/ui/number.ts';

test('a load is told with two digits at most, and with its unit', () => {
  const told = (count: number) => `${users(count)} ${usersUnit(count)}`;
  expect(told(1)).toBe('1 user at once');
  expect(told(1.3)).toBe('1 user at once');
  expect(told(347)).toBe('350 users at once');
  expect(told(100_000)).toBe('100,000+ users at once');
});
