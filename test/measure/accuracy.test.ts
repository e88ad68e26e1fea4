import { describe, expect, it } from 'vitest';
import type { BreakPoint } from './break-points.ts';
import { compared, off, type Pair, summarise } from './accuracy.ts';

const pair = (
  likely: number,
  measured: number,
  band: readonly [number, number],
  first: BreakPoint['first'] = 'cpu',
): Pair => ({
  name: 'a list',
  use: 'unused',
  predicted: {
    ...{ name: 'a list', use: 'unused', unit: 'users', model: '1', at: '2026-11-23T00:00:00Z' },
    ...{ likely, low: band[0], high: band[1], first: 'cpu' },
  },
  measured: {
    about: 'A list.',
    corrected: measured,
    measured,
    between: [measured, measured],
    first,
  },
});

describe('the accuracy of the model', () => {
  it('is the same for twice too high and twice too low', () => {
    expect(off(200, 100)).toBe(2);
    expect(off(50, 100)).toBe(2);
  });

  it('is summed up by its middle, its tenth worst and its worst', () => {
    const pairs = [1, 1.1, 1.2, 1.3, 4].map((ratio) => pair(100 * ratio, 100, [90, 110]));
    expect(summarise(pairs.map(compared))).toMatchObject({
      configurations: 5,
      median: 1.2,
      worst: 4,
    });
    expect(summarise(pairs.map(compared)).p90).toBeCloseTo(2.92);
  });

  it('counts the bands that hold the measured value, and the parts named right', () => {
    const pairs = [
      pair(100, 105, [90, 110]),
      pair(100, 120, [90, 110]),
      pair(100, 95, [90, 110], 'pool'),
      pair(1, 1, [1, 1]),
    ];
    expect(summarise(pairs.map(compared))).toMatchObject({ insideBand: 0.75, firstRight: 0.75 });
  });
});
