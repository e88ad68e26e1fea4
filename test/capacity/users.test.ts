import { describe, expect, test } from 'vitest';
import { estimate } from '#src/capacity/estimate.ts';
import { range } from '#src/capacity/range.ts';
import { atOnce, monthly } from '#src/capacity/users.ts';

describe('users of a month and users at once', () => {
  test('stay below the vendor’s rule of two in a hundred, nearly always', () => {
    const { low, likely, high } = estimate(atOnce(30_000));
    expect(low).toBeGreaterThan(30);
    expect(likely / 30_000).toBeGreaterThan(0.002);
    expect(likely / 30_000).toBeLessThan(0.01);
    expect(high / 30_000).toBeLessThan(0.02);
  });

  test('are turned round by each other in every app', () => {
    const there = atOnce(30_000);
    const back = monthly(500);
    for (const [i, users] of there.entries()) {
      expect((users * (back[i] ?? 0)) / (30_000 * 500)).toBeCloseTo(1, 9);
    }
  });

  test('spread wider when the month itself is a range', () => {
    const width = (values: number[]) => Math.max(...values) / Math.min(...values);
    expect(width(atOnce(range(10_000, 100_000)))).toBeGreaterThan(width(atOnce(30_000)));
  });
});
