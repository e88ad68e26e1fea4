import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '#src/capacity/draw.ts';
import { estimate } from '#src/capacity/estimate.ts';
import { limits, load, rated, slowest } from '#src/capacity/limits.ts';
import { LOAD_RANGE, SLOW_SECONDS } from '#src/capacity/rating.ts';
import { rig } from '#src/capacity/rig.ts';
import { SAMPLES, stream } from '#src/capacity/stream.ts';
import { app } from './random-app.ts';

/** A few of the hundred apps of a description: enough to hit every corner over many descriptions. */
const few = (description: Parameters<typeof draw>[0]) =>
  draw(description).filter((_, i) => i % 20 === 3);

const users = fc.double({ min: 0, max: 1, noNaN: true }).map((at) => LOAD_RANGE.max ** at);

describe('any app', { timeout: 60_000 }, () => {
  test('gives at a whole number of users within the range of the ruler', () => {
    fc.assert(
      fc.property(app, (description) => {
        for (const sample of few(description)) {
          for (const at of limits(rig(sample))) {
            expect(Number.isInteger(at)).toBe(true);
            expect(at).toBeGreaterThanOrEqual(LOAD_RANGE.min);
            expect(at).toBeLessThanOrEqual(LOAD_RANGE.max);
          }
          expect(load(rig(sample))).toBe(Math.min(...limits(rig(sample))));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is never quicker with more users, and never takes a negative time', () => {
    fc.assert(
      fc.property(app, users, users, (description, a, b) => {
        for (const sample of few(description)) {
          const ready = rig(sample);
          const fewer = slowest(ready, Math.min(a, b));
          const more = slowest(ready, Math.max(a, b));
          expect(fewer).toBeGreaterThanOrEqual(0);
          expect(more).not.toBeNaN();
          expect(more).toBeGreaterThanOrEqual(fewer * (1 - 1e-6));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('takes three seconds where it is rated to give, neither much before nor after', () => {
    fc.assert(
      fc.property(app, (description) => {
        for (const sample of few(description)) {
          const ready = rig(sample);
          const at = load(ready);
          // Rounding down takes up to a tenth off; a wait cannot come before there are more users than servers.
          if (at > LOAD_RANGE.min) expect(slowest(ready, at)).toBeLessThan(SLOW_SECONDS * 1.02);
          if (at < LOAD_RANGE.max) {
            expect(slowest(ready, at * 1.11 + 1)).toBeGreaterThan(SLOW_SECONDS * 0.98);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a rated load', () => {
  test('is rounded down to two significant digits', () => {
    expect([0.3, 1, 9.99, 57.3, 99.9, 100, 349, 1_999, 99_999, 1e9].map(rated)).toEqual([
      1, 1, 9, 57, 99, 100, 340, 1_900, 99_000, 100_000,
    ]);
  });

  test('is estimated by the tenth, fiftieth and ninetieth of a hundred', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(estimate(hundred)).toEqual({ low: 10, likely: 50, high: 90 });
  });
});

describe('the streams', () => {
  test('spread evenly over all quantiles, each in its own order', () => {
    const even = Array.from({ length: SAMPLES }, (_, i) => (i + 0.5) / SAMPLES);
    expect([...stream('rows')].sort((a, b) => a - b)).toEqual(even);
    expect([...stream('rows')]).not.toEqual([...stream('page')]);
    expect([...stream('rows')]).not.toEqual(even);
  });

  test('leave the other quantities alone when one more is known', () => {
    const before = draw({});
    const after = draw({ rows: 5_000 });
    after.forEach((sample, i) => {
      expect({ ...sample, setting: { ...sample.setting, rows: 0 } }).toEqual({
        ...before[i],
        setting: { ...before[i]?.setting, rows: 0 },
      });
    });
  });
});
