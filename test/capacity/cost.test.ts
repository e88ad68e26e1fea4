import { describe, expect, test } from 'vitest';
import type { App } from '#src/capacity/app.ts';
import { monthlyCost } from '#src/capacity/cost.ts';
import { draw } from '#src/capacity/draw.ts';

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

  test('is the price alone for a server elsewhere', () => {
    expect(cost({ plan: 'postgres-medium', connect: 'pool' }, 10_000)).toBe(200);
  });
});
