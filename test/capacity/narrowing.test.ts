import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type App, type QuantityId, quantities } from '#src/capacity/app.ts';
import { draw } from '#src/capacity/draw.ts';
import { estimate } from '#src/capacity/estimate.ts';
import { load } from '#src/capacity/limits.ts';
import { type Amount, range } from '#src/capacity/range.ts';
import { LOAD_RANGE } from '#src/capacity/rating.ts';
import { rig } from '#src/capacity/rig.ts';
import { app, narrower } from './random-app.ts';

/**
 * A band may become wider with what is known: test/method/narrowing.test.ts says how often. What holds
 * always stands here.
 *
 * Of these both more and less can harm: who thinks or waits longer also comes back later, and a
 * call that takes longer is made less often.
 */
const TURNING: readonly QuantityId[] = ['think', 'slowSeconds'];

const ids = (Object.keys(quantities) as QuantityId[]).filter((id) => !TURNING.includes(id));

const loads = (description: App) => draw(description).map((sample) => load(rig(sample)));

const variance = (values: readonly number[]) => {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length;
};

describe('what is known more narrowly', { timeout: 60_000 }, () => {
  test('never leads an app, the band or the risk beyond what the wider range allowed', () => {
    const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
    const users = share.map((at) => LOAD_RANGE.max ** at);
    fc.assert(
      fc.property(
        fc.tuple(app, fc.constantFrom(...ids)),
        fc.tuple(share, share, share),
        users,
        ([given, id], shares, target) => {
          const [low = 0, middle = 0, high = 0] = shares.toSorted((x, y) => x - y);
          const whole = range(...(quantities[id].within as [number, number]));
          const at = (quantile: number): Amount => {
            const point = narrower(whole, quantile, quantile);
            return typeof point === 'number' ? point : point.from;
          };
          const known = loads({ ...given, [id]: at(middle) });
          const ends = [loads({ ...given, [id]: at(low) }), loads({ ...given, [id]: at(high) })];
          const least = known.map((_, i) => Math.min(...ends.map((end) => end[i] ?? 0)));
          const most = known.map((_, i) => Math.max(...ends.map((end) => end[i] ?? 0)));
          for (const [i, load] of known.entries()) {
            expect(load).toBeGreaterThanOrEqual(least[i] ?? Infinity);
            expect(load).toBeLessThanOrEqual(most[i] ?? 0);
          }
          for (const key of ['low', 'likely', 'high'] as const) {
            expect(estimate(known)[key]).toBeGreaterThanOrEqual(estimate(least)[key]);
            expect(estimate(known)[key]).toBeLessThanOrEqual(estimate(most)[key]);
          }
          const risk = (all: readonly number[]) => all.filter((load) => load < target).length;
          expect(risk(known)).toBeGreaterThanOrEqual(risk(most));
          expect(risk(known)).toBeLessThanOrEqual(risk(least));
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each(ids.filter((id) => typeof quantities[id].usual !== 'number'))(
    'narrows the band on the average over what it may turn out to be: %s',
    (id) => {
      const whole = quantities[id].usual as Amount;
      const given: App = { rows: range(1e4, 1e6), indexed: 'no', live: 'own', slow: 0.05 };
      const quarters = [0, 1, 2, 3].map((quarter) =>
        variance(loads({ ...given, [id]: narrower(whole, quarter / 4, (quarter + 1) / 4) })),
      );
      const mean = quarters.reduce((sum, each) => sum + each, 0) / 4;
      expect(mean).toBeLessThanOrEqual(1.02 * variance(loads({ ...given, [id]: whole })));
    },
  );
});
