import { describe, expect, it } from 'vitest';
import { parseScreens } from './load/screens.ts';
import { median, mostOf, percentile, spread } from './percentile.ts';

const line = (screens: object) =>
  `Running 10s test\n  1 threads\n\nSCREENS ${JSON.stringify({ took: [], unfinished: [], seen: 0, failed: 0, statuses: {}, sockets: 0, ...screens })}\n`;

describe('what the load generator reports', () => {
  it('gives the share of slow and of failed screens', () => {
    const took = Array.from({ length: 101 }, (_, i) => i / 100);
    const screens = parseScreens(line({ took, seen: 101, failed: 2 }), 10);
    expect(screens.p50).toBeCloseTo(0.5);
    expect(screens.p95).toBeCloseTo(0.95);
    expect(screens.errors).toBeCloseTo(2 / 101);
    expect(screens.perSecond).toBeCloseTo(10.1);
  });

  it('counts a screen that is still missing when it is too slow already', () => {
    const took = Array.from({ length: 10 }, () => 0.1);
    expect(parseScreens(line({ took, seen: 10, unfinished: [9, 9, 0.2] }), 10).p95).toBeGreaterThan(
      3,
    );
    expect(parseScreens(line({ took, seen: 10, unfinished: [0.2] }), 10).p95).toBeLessThan(1);
  });

  it('counts a broken socket as a failure', () => {
    expect(parseScreens(line({ took: [0.1], seen: 1, sockets: 1 }), 1).errors).toBe(1);
  });

  it('says so when the generator printed no result', () => {
    expect(() => parseScreens('unable to connect', 10)).toThrow(/reported no screens/);
  });
});

describe('a percentile', () => {
  it('lies between neighbours', () => {
    expect(percentile([4, 1, 2, 3], 0.5)).toBe(2.5);
    expect(percentile([7], 0.95)).toBe(7);
  });

  it('is not a number where there are no values', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('measures how far repetitions lie apart', () => {
    expect(spread([10, 10, 10])).toBe(0);
    expect(spread([9, 10, 11])).toBeCloseTo(0.05);
  });

  it('is without end where the middle is', () => {
    expect(median([1, Infinity, Infinity])).toBe(Infinity);
    expect(median([1, Infinity])).toBe(Infinity);
    expect(median([1, 2, Infinity])).toBe(2);
  });
});

describe('what comes most often', () => {
  it('is the first of several that come as often', () => {
    expect(mostOf(['a', 'b', 'b'])).toBe('b');
    expect(mostOf(['a', 'b'])).toBe('a');
  });
});
