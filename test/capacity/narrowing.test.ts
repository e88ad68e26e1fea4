import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type App, type QuantityId, quantities } from '#src/capacity/app.ts';
import { draw } from '#src/capacity/draw.ts';
import { load } from '#src/capacity/limits.ts';
import { type Amount, range } from '#src/capacity/range.ts';
import { rig } from '#src/capacity/rig.ts';
import { app, narrower } from './random-app.ts';

/**
 * Of these both more and less can harm: who thinks or waits longer also comes back later, and a
 * call that takes longer is made less often.
 */
const TURNING: readonly QuantityId[] = ['think', 'slowSeconds'];

const ids = (Object.keys(quantities) as QuantityId[]).filter((id) => !TURNING.includes(id));

/** Loads of a few of the hundred apps. */
const loads = (description: App) =>
  draw(description)
    .filter((_, i) => i % 20 === 3)
    .map((sample) => load(rig(sample)));

const variance = (values: readonly number[]) => {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length;
};

describe('what is known more narrowly', { timeout: 60_000 }, () => {
  test('never leads beyond the loads that the wider range allowed', () => {
    const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
    fc.assert(
      fc.property(app, fc.constantFrom(...ids), share, share, share, (given, id, a, b, c) => {
        const [low = 0, middle = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        const whole = range(...(quantities[id].within as [number, number]));
        const at = (quantile: number): Amount => {
          const point = narrower(whole, quantile, quantile);
          return typeof point === 'number' ? point : point.from;
        };
        const least = loads({ ...given, [id]: at(low) });
        const most = loads({ ...given, [id]: at(high) });
        loads({ ...given, [id]: at(middle) }).forEach((users, i) => {
          const ends = [least[i] ?? 0, most[i] ?? 0];
          expect(users).toBeGreaterThanOrEqual(Math.min(...ends));
          expect(users).toBeLessThanOrEqual(Math.max(...ends));
        });
      }),
      { numRuns: 400 },
    );
  });

  test.each(ids.filter((id) => typeof quantities[id].usual !== 'number'))(
    'narrows the band on the average over what it may turn out to be: %s',
    (id) => {
      const whole = quantities[id].usual as Amount;
      const given: App = { rows: range(1e4, 1e6), indexed: 'no', live: 'own', slow: 0.05 };
      const all = (description: App) => draw(description).map((sample) => load(rig(sample)));
      const quarters = [0, 1, 2, 3].map((quarter) =>
        variance(all({ ...given, [id]: narrower(whole, quarter / 4, (quarter + 1) / 4) })),
      );
      const mean = quarters.reduce((sum, each) => sum + each, 0) / 4;
      expect(mean).toBeLessThanOrEqual(1.02 * variance(all({ ...given, [id]: whole })));
    },
  );
});
