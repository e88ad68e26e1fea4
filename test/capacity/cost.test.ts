import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { App } from '#src/capacity/app.ts';
import { planOf } from '#src/capacity/constants/plans.ts';
import { monthlyCost } from '#src/capacity/cost.ts';
import { draw } from '#src/capacity/draw.ts';
import { app } from './random-app.ts';

/** An app in which nothing that costs is a range: 30 screens an hour from each of those at once. */
const plain: App = {
  fetch: 'page',
  page: 100,
  rowBytes: 995,
  gzip: 4,
  requests: 1,
  rounds: 1,
  cached: 0,
  writes: 0.1,
  think: 10,
  activeHours: 10,
  peak: 2,
  envelope: 1,
  bubbleUnits: 0.3,
  bubbleThingUnits: 0.015,
  assets: 1e6,
  hostTransfer: 500,
  hostPrice: 0.1,
};

const cost = (app: App, users: number) => {
  const [sample] = draw({ ...plain, ...app });
  if (!sample) throw new Error('No sample was drawn.');
  return monthlyCost(sample, users);
};

// 100 at once in the busiest minute: 100 × 18,000 s ÷ 10 s = 180,000 screens a day of 25,000 bytes.
const GB_A_DAY = 4.5;

describe('the cost of a month', () => {
  test('is the plan alone while what it includes lasts', () => {
    expect(cost({ plan: 'supabase-free' }, 1)).toBe(0);
    expect(cost({ plan: 'supabase-small' }, 100)).toBe(30);
  });

  test('is that of the first paid plan once a free one has sent all it may', () => {
    expect(cost({ plan: 'supabase-free' }, 100)).toBe(25);
  });

  test('adds what leaves beyond the included transfer', () => {
    expect(cost({ plan: 'supabase-small' }, 1_000)).toBeCloseTo(
      30 + (30 * 10 * GB_A_DAY - 250) * 0.09,
    );
  });

  test('leaves out what a cache answers', () => {
    expect(cost({ plan: 'supabase-small', cached: 0.9 }, 1_000)).toBe(30);
  });

  test('counts reads, writes and transfer at Firestore, beyond the free ones of each day', () => {
    const reads = 180_000 * 100 - 50_000;
    const transfer = 30 * GB_A_DAY - 10.7;
    expect(cost({ plan: 'blaze' }, 100)).toBeCloseTo(
      30 * reads * (0.06 / 100_000) + transfer * 0.12,
    );
    expect(cost({ plan: 'blaze', writes: 0.2 }, 100)).toBeCloseTo(
      cost({ plan: 'blaze' }, 100) + 30 * (36_000 - 20_000) * (0.18 / 100_000),
    );
  });

  test('counts workload units at Bubble, beyond those of the plan', () => {
    const units = 30 * 180_000 * (0.3 + 100 * 0.015);
    expect(cost({ plan: 'bubble-growth' }, 100)).toBeCloseTo(
      119 + (units - 250_000) * (0.3 / 1_000),
    );
    expect(cost({ plan: 'bubble-growth' }, 0.1)).toBe(119);
  });

  test('adds what leaves the app’s own server, for a server elsewhere', () => {
    const elsewhere: App = { plan: 'postgres-medium', connect: 'pool' };
    expect(cost(elsewhere, 100)).toBe(200);
    const gigabytes = 30 * 100 * GB_A_DAY;
    expect(cost(elsewhere, 10_000)).toBeCloseTo(200 + (gigabytes - 500) * 0.1);
    expect(cost({ ...elsewhere, hostTransfer: 1_000 }, 10_000)).toBeCloseTo(
      200 + (gigabytes - 1_000) * 0.1,
    );
  });

  test('adds it beside what leaves Supabase, where server code stands between', () => {
    const direct = cost({ plan: 'supabase-small', connect: 'api' }, 1_000);
    expect(cost({ plan: 'supabase-small', connect: 'pooler' }, 1_000)).toBeCloseTo(
      direct + (30 * 10 * GB_A_DAY - 500) * 0.1,
    );
  });

  test('adds pages and pictures where the one server sends them, cached screens too', () => {
    // 180,000 screens a day of a megabyte.
    for (const plan of ['blaze', 'supabase-small'] as const) {
      const fromCdn: App = { plan, cached: 1 };
      expect(cost({ ...fromCdn, delivery: 'server' }, 100)).toBeCloseTo(
        cost(fromCdn, 100) + (30 * 180 - 500) * 0.1,
      );
    }
    const onBubble: App = { plan: 'bubble-growth' };
    expect(cost({ ...onBubble, delivery: 'server' }, 100)).toBe(cost(onBubble, 100));
  });

  test('is a finite sum for any app, never below the plan’s price, and more for more users', () => {
    const crowd = fc.double({ min: 0, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(app, crowd, crowd, (description, a, b) => {
        draw(description).forEach((sample, i) => {
          if (i % 20 !== 3) return;
          const [fewer, more] = [Math.min(a, b), Math.max(a, b)].map((users) =>
            monthlyCost(sample, users),
          );
          expect(Number.isFinite(more)).toBe(true);
          expect(fewer).toBeGreaterThanOrEqual(planOf(sample.plan).price);
          expect(more).toBeGreaterThanOrEqual(fewer ?? 0);
        });
      }),
      { numRuns: 300 },
    );
  });
});
