import { describe, expect, it } from 'vitest';
import { findBreak, gives, type Trial } from './load/break.ts';

/** A system whose 95th percentile grows like that of a closed queue beyond its capacity. */
const system = (capacity: number) => (level: number) =>
  Promise.resolve<Trial>({
    level,
    p95: Math.max(0.1, (level * 3.5) / capacity - 3.5 + 0.1),
    errors: 0,
  });

/** A system that refuses whoever comes after `places` users. */
const refusing = (places: number) => (level: number) =>
  Promise.resolve<Trial>({ level, p95: 0.2, errors: Math.max(0, (level - places) / level) });

describe('the search for a break', () => {
  it.each([1, 40, 900, 11_000])(
    'finds the level of a system that can do %i, from a bad first guess',
    async (capacity) => {
      const crossing = (capacity * (3 + 3.5 - 0.1)) / 3.5;
      const found = await findBreak(system(capacity), { first: 100, most: 100_000 });
      expect(found.level / crossing).toBeGreaterThan(0.93);
      expect(found.level / crossing).toBeLessThan(capacity < 2 ? 2.1 : 1.07);
      expect(found.trials.length).toBeLessThan(14);
    },
  );

  it('counts failures as well as slowness', async () => {
    const found = await findBreak(refusing(200), { first: 50, most: 10_000, within: 1.02 });
    expect(found.level).toBeGreaterThanOrEqual(200);
    expect(found.level).toBeLessThanOrEqual(207);
  });

  it('says one user where even one has to wait too long', async () => {
    const found = await findBreak((level) => Promise.resolve({ level, p95: 9, errors: 0 }), {
      first: 64,
      most: 1_000,
    });
    expect(found).toMatchObject({ level: 1, holds: 0, gives: 1 });
  });

  it('says infinity where the most that may be tried holds', async () => {
    const found = await findBreak(system(1e9), { first: 64, most: 1_000 });
    expect(found).toMatchObject({ level: Infinity, holds: 1_000 });
  });

  it('takes a run without any screens for one that gives', () => {
    expect(gives({ level: 1, p95: Number.NaN, errors: 0 })).toBe(true);
    expect(gives({ level: 1, p95: Infinity, errors: 0 })).toBe(true);
  });
});
