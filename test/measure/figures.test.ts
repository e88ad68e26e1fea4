import { expect, it } from 'vitest';
import { middle } from './figures/loads.ts';

it('a figure of a load is the middle of its runs, with their number and spread', () => {
  const runs = [
    { perSecond: 100, p95: 0.1 },
    { perSecond: 120, p95: 0.3 },
    { perSecond: 80, p95: 0.2 },
  ];
  expect(middle(runs, 'perSecond', 'answers a second', ['p95'])).toEqual({
    ...{ value: 100, unit: 'answers a second', n: 3, spread: 0.1, p95: 0.2 },
  });
});
