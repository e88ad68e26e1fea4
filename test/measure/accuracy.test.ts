import { describe, expect, it } from 'vitest';
import { compared, off, type Pair, summarise, sums } from './accuracy.ts';

const pair = (
  likely: number,
  measured: number,
  band: readonly [number, number],
  first: Pair['measured']['first'] = 'cpu',
): Pair => ({
  configuration: { use: 'unused' },
  now: likely,
  predicted: {
    ...{ name: 'a list', use: 'unused', unit: 'users', model: '1', at: '2026-11-23T00:00:00Z' },
    ...{ likely, low: band[0], high: band[1], first: 'cpu' },
  },
  measured: {
    ...{ name: 'a list', about: 'A list.', unit: 'users', n: 1, corrected: measured, measured },
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
    expect(summarise(pairs.map(compared))?.p90).toBeCloseTo(2.92);
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

  it('is nothing where nothing was measured', () => {
    expect(summarise([])).toBeNull();
  });
});

describe('the sums', () => {
  const row = (model: string, now: number, part: object = {}) => ({
    ...compared(pair(100, 110, [90, 120])),
    ...{ model, now, ...part },
  });
  const rows = [
    row('2', 100),
    row('1', 100),
    row('1', 130),
    row('2', 100, { use: 'calibration' }),
  ] as ReturnType<typeof compared>[];

  it('tell what the version met first from what an earlier one had predicted just so', () => {
    expect(sums(rows, [], '2')).toMatchObject({
      unused: { configurations: 3 },
      byThis: { configurations: 1 },
      byEarlier: { configurations: 1 },
      calibration: { configurations: 1 },
    });
    expect(sums(rows, [], '3')).toMatchObject({ byThis: null, byEarlier: { configurations: 2 } });
  });

  it('count with each version what calibrates by now, but nothing that had been asked before', () => {
    const outgrown = [row('1', 100), row('1', 100, { seen: 'probe' })] as typeof rows;
    const { firstMet, asPublished, versions } = sums(rows, outgrown, '2');
    expect(firstMet?.configurations).toBe(4);
    expect(asPublished?.configurations).toBe(5);
    expect(versions.map(({ version, configurations }) => [version, configurations])).toEqual([
      ['1', 3],
      ['2', 1],
    ]);
  });
});
