import { describe, expect, test } from 'vitest';
import { planQuantities, quantities } from '#src/capacity/app.ts';
import { plans } from '#src/capacity/constants/plans.ts';
import { type Amount, amountAt } from '#src/capacity/range.ts';

const ends = (amount: Amount) => [amountAt(amount, 0), amountAt(amount, 1)] as const;

describe('what an app may say', () => {
  test.each(Object.entries({ ...quantities, ...planQuantities }))(
    'of %s has a unit and a range the right way round',
    (_, { unit, within: [least, most] }) => {
      expect(unit).toBeTruthy();
      expect(least).toBeGreaterThanOrEqual(0);
      expect(most).toBeGreaterThan(least);
    },
  );

  test.each(Object.entries(quantities))('of %s holds what is usual', (_, { usual, within }) => {
    const [low, high] = ends(usual);
    expect(low).toBeGreaterThanOrEqual(within[0]);
    expect(high).toBeLessThanOrEqual(within[1]);
  });

  test.each(Object.entries(planQuantities))(
    'of %s holds what every database plan gives',
    (id, { within }) => {
      for (const plan of Object.values(plans)) {
        if (plan.backend !== 'sql') continue;
        const [low, high] = ends(plan[id as keyof typeof planQuantities]);
        expect(low).toBeGreaterThanOrEqual(within[0]);
        expect(high).toBeLessThanOrEqual(within[1]);
      }
    },
  );
});
