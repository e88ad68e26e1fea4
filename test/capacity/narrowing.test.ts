import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type App, type QuantityId, quantities } from '#src/capacity/app.ts';
import { draw } from '#src/capacity/draw.ts';
import { estimate } from '#src/capacity/estimate.ts';
import { breaks, load } from '#src/capacity/limits.ts';
import { type Amount, amountAt, range } from '#src/capacity/range.ts';
import { LOAD_RANGE } from '#src/capacity/rating.ts';
import { rig } from '#src/capacity/rig.ts';
import { appOf } from '#src/quiz/app.ts';
import { answers } from '#test/report/random-answers.ts';
import { app, narrower } from './random-app.ts';

/**
 * A band may become wider with what is known: test/method/narrowing.test.ts says how often. What holds
 * always stands here. Not of these, of which both more and less can harm: who thinks or waits longer also
 * comes back later, and a call that takes longer is made less often. For the same reason not where slow
 * calls hold the places of a pool: there a quicker screen lets users come back sooner.
 */
const TURNING: readonly QuantityId[] = ['think', 'slowSeconds'];

const ids = (Object.keys(quantities) as QuantityId[]).filter((id) => !TURNING.includes(id));

/** Users at which each of the hundred gives, not rounded as a rated load is. */
const gives = (description: App) =>
  draw(description).map((sample) =>
    Math.min(Math.max(Math.min(...breaks(rig(sample))), LOAD_RANGE.min), LOAD_RANGE.max),
  );

/**
 * Within a hundredth: users are found to a thousandth, and who waits longer comes back a little later
 * everywhere. Of two or three users, one may be off.
 */
const less = (users: number) => 0.99 * users - 1;
const more = (users: number) => users / 0.99 + 1;

const loads = (description: App) => draw(description).map((sample) => load(rig(sample)));

const variance = (values: readonly number[]) => {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length;
};

describe('what is known more narrowly', { timeout: 60_000 }, () => {
  const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
  const anyApp = fc.oneof(app, answers.map(appOf));
  const three = fc.tuple(share, share, share);

  test.each(ids)('leads no app, band or risk beyond what the wider range allowed: %s', (id) => {
    const { usual, within } = quantities[id];
    const wholes: readonly Amount[] = [range(within[0], within[1]), usual];
    fc.assert(
      fc.property(anyApp, fc.constantFrom(...wholes), three, share, (given, whole, shares, at) => {
        const [low = 0, middle = 0, high = 0] = shares.toSorted((x, y) => x - y);
        const givesAt = (quantile: number) =>
          gives({ ...given, slowHolds: 'no', [id]: amountAt(whole, quantile) });
        const known = givesAt(middle);
        const ends = [givesAt(low), givesAt(high)];
        const least = known.map((_, i) => less(Math.min(...ends.map((end) => end[i] ?? 0))));
        const most = known.map((_, i) => more(Math.max(...ends.map((end) => end[i] ?? 0))));
        for (const [i, users] of known.entries()) {
          expect(users).toBeGreaterThanOrEqual(least[i] ?? Infinity);
          expect(users).toBeLessThanOrEqual(most[i] ?? 0);
        }
        for (const key of ['low', 'likely', 'high'] as const) {
          expect(estimate(known)[key]).toBeGreaterThanOrEqual(estimate(least)[key]);
          expect(estimate(known)[key]).toBeLessThanOrEqual(estimate(most)[key]);
        }
        const target = LOAD_RANGE.max ** at;
        const risk = (all: readonly number[]) => all.filter((users) => users < target).length;
        expect(risk(known)).toBeGreaterThanOrEqual(risk(most));
        expect(risk(known)).toBeLessThanOrEqual(risk(least));
      }),
      { numRuns: 20 },
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
