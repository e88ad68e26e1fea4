import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { users } from '#src/ui/number.ts';
import { band, curve, PLOT, place, tickLabel, ticks } from '#src/ui/ruler.ts';

/** Points of a path made of M and L only. */
const points = (path: string) =>
  path
    .slice(1)
    .split('L')
    .map((pair) => pair.split(' ').map(Number));

describe('a place on the ruler', () => {
  test('each power of ten is a fifth further', () => {
    expect([1, 10, 100, 1000, 10_000, 100_000].map(place)).toEqual([0, 20, 40, 60, 80, 100]);
  });

  test('what is beyond an end stands at that end', () => {
    expect(place(0)).toBe(0);
    expect(place(0.2)).toBe(0);
    expect(place(5_000_000)).toBe(100);
    expect(place(Number.POSITIVE_INFINITY)).toBe(100);
  });

  test('more users are never further left', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e7, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
        (n, by) => {
          expect(place(n * by)).toBeGreaterThanOrEqual(place(n));
        },
      ),
    );
  });
});

test('the ticks run from 1 to 100,000, nine to a decade, with a number at each power of ten', () => {
  expect(ticks).toHaveLength(46);
  expect(ticks.filter(({ major }) => major).map((tick) => tick.users)).toEqual([
    1, 10, 100, 1000, 10_000, 100_000,
  ]);
  expect(ticks.map((tick) => tick.at)).toEqual(
    ticks.map((tick) => tick.at).toSorted((a, b) => a - b),
  );
});

test('numbers are long where there is room and short where not', () => {
  expect([100, 1000, 100_000].map((n) => tickLabel(n, false))).toEqual(['100', '1,000', '100,000']);
  expect([100, 1000, 100_000].map((n) => tickLabel(n, true))).toEqual(['100', '1k', '100k']);
});

test('a band lies between its two loads, and is never too thin to see', () => {
  expect(band(100, 1000)).toEqual({ at: 40, width: 20 });
  expect(band(100, 100)).toEqual({ at: 40, width: 0.5 });
});

describe('a curve', () => {
  test('goes from the left, at the height of its seconds', () => {
    const path = curve(
      [
        { users: 1, likely: 0 },
        { users: 1000, likely: 3 },
      ],
      6,
    );
    expect(points(path)).toEqual([
      [0, PLOT.height],
      [600, PLOT.height / 2],
    ]);
  });

  test('is cut off where it passes the upper edge', () => {
    const path = curve(
      [
        { users: 1, likely: 2 },
        { users: 100, likely: 10 },
        { users: 1000, likely: 20 },
      ],
      6,
    );
    expect(points(path).at(-1)).toEqual([200, 0]);
  });

  test('goes straight up where the wait has no end', () => {
    const path = curve(
      [
        { users: 1, likely: 2 },
        { users: 100, likely: Number.POSITIVE_INFINITY },
      ],
      6,
    );
    expect(points(path).at(-1)).toEqual([400, 0]);
  });

  test('of an app that is too slow from the start is not drawn', () => {
    expect(curve([{ users: 1, likely: 9 }], 6)).toBe('');
    expect(curve([], 6)).toBe('');
  });
});

describe('users at once', () => {
  test('are shown with the two digits that the estimate knows', () => {
    expect([1, 9.6, 47.2, 343, 9849, 54_321].map(users)).toEqual([
      '1',
      '10',
      '47',
      '340',
      '9,800',
      '54,000',
    ]);
  });

  test('say that there are more at the end of the ruler', () => {
    expect(users(100_000)).toBe('100,000+');
    expect(users(2_000_000)).toBe('100,000+');
  });

  test('are never nobody', () => {
    expect(users(0.3)).toBe('under 1');
  });
});
