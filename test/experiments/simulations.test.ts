import { describe, expect, it } from 'vitest';
import { waitAt } from '#src/capacity/queue.ts';
import { cacheLifetime, hitShare } from '#src/experiments/cache-lifetime.ts';
import { everySetting, FIRST_SEED } from '#src/experiments/experiment.ts';
import { host } from '#src/experiments/instances.ts';
import { experiments } from '#src/experiments/library.ts';
import { arrivals, chance, p95 } from '#src/experiments/random.ts';
import { serve } from '#src/experiments/station.ts';

const simulations = experiments.filter((one) => one.kind === 'simulation');

it('gives amounts that exist at every setting of every simulation', () => {
  for (const experiment of simulations) {
    for (const settings of everySetting(experiment)) {
      const result = experiment.run(settings, FIRST_SEED);
      for (const amount of Object.values(result.values).flatMap(Object.values)) {
        expect(Number.isFinite(amount) && amount >= 0, JSON.stringify(settings)).toBe(true);
      }
      expect(experiment.explain(result, settings).join(' ')).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
}, 60_000);

it('plays the same run for the same seed and another one for another', () => {
  for (const experiment of simulations.filter(({ slug }) => slug !== 'distance')) {
    const at = experiment.claim.at;
    expect(experiment.run(at, 7)).toEqual(experiment.run(at, 7));
    expect(experiment.run(at, 7)).not.toEqual(experiment.run(at, 8));
  }
});

/** Erlang's loss formula: the share of arrivals that finds all of `places` taken, `load` = rate × time. */
function erlangB(load: number, places: number): number {
  let blocked = 1;
  for (let n = 1; n <= places; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

describe('connections', () => {
  const rate = 40;
  const moments = arrivals(rate, 2_000, chance(3));

  it('refuses as many as Erlang’s loss formula says when nobody waits', () => {
    const held = 1;
    const outcome = serve({ places: 44, patience: 0, work: 0, held }, 2, moments, 10);
    expect(outcome.failed / moments.length).toBeCloseTo(erlangB(rate * held, 44), 1.5);
    expect(outcome.failed / moments.length).toBeGreaterThan(0.5 * erlangB(rate * held, 44));
  });

  it('lets visitors wait as long as the capacity model says', () => {
    const [places, held] = [10, 0.225];
    const outcome = serve({ places, patience: 1e6, work: 0, held }, 2, moments, 10);
    const users = 100_000;
    const station = {
      grain: held / places,
      servers: places,
      spread: 0.5,
      think: users / rate - held,
      alone: held,
      awaited: 1,
      uneven: 1,
      most: Infinity,
    };
    const reckoned = held + waitAt(station, users, 0.05);
    expect(p95(outcome.times) / reckoned).toBeGreaterThan(0.75);
    expect(p95(outcome.times) / reckoned).toBeLessThan(1.35);
  });

  it('shares the cores: two at once on one core take twice as long', () => {
    const way = { places: 9, patience: 0, work: 1, held: 0 };
    expect(serve(way, 1, [0, 0], 1).times).toEqual([2, 2]);
    expect(serve(way, 2, [0, 0], 1).times).toEqual([1, 1]);
  });

  it('counts whoever has waited longer than her patience as failed', () => {
    const way = { places: 1, patience: 5, work: 0, held: 4 };
    const outcome = serve(way, 1, [0, 0.1, 0.2, 0.3], 1);
    expect(outcome.times.length).toBe(2);
    expect(outcome.failed).toBe(2);
  });
});

it('hits the cache as often as a copy’s life lets it', () => {
  for (const settings of everySetting(cacheLifetime)) {
    const { perMinute = 0, things = 1, lifetime = 0 } = settings;
    // Too few requests fall into the two hours for a share that is steady.
    if (things * 60 > perMinute * 10 || lifetime > 600) continue;
    const { values } = cacheLifetime.run(settings, 5);
    const share = 1 - (values.cached?.asked ?? 0) / (values.none?.asked ?? 1);
    expect(share).toBeCloseTo(hitShare(perMinute / 60 / things, lifetime), 1);
  }
});

describe('instances', () => {
  const kind = { coldStart: 2, work: 1, together: 1, warm: 0 };

  it('starts one for each request that finds all others busy', () => {
    expect(host(kind, [0, 0.5]).instances).toBe(2);
    expect(host(kind, [0, 3.5]).instances).toBe(1);
  });

  it('lets the second visitor wait for the start that the first one caused', () => {
    const served = host({ ...kind, together: 2 }, [0, 0.5, 5]);
    expect(served.times).toEqual([3, 2.5, 1]);
    expect(served.cold).toBe(2);
  });

  it('spares everybody the start when one is warm', () => {
    expect(host({ ...kind, warm: 1 }, [0, 3])).toEqual({ times: [1, 1], cold: 0, instances: 1 });
  });
});
