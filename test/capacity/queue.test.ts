import { describe, expect, test } from 'vitest';
import { logNormal, normalQuantile } from '#src/capacity/normal.ts';
import { type Station, usersAt, waitAt } from '#src/capacity/queue.ts';
import { exactUsers, type Repair, simulatedWait, waitsLonger } from './machine-repair.ts';

const station = ({ servers, demand, think }: Repair): Station => ({
  grain: demand / servers,
  servers,
  spread: 1,
  think,
  alone: 0,
  awaited: 1,
  uneven: 1,
  most: Infinity,
});

const models: Repair[] = [1, 2, 4, 10].flatMap((servers) =>
  [0.004, 0.02, 0.1, 0.5].flatMap((demand) =>
    [3.5, 14].map((think) => ({ servers, demand, think })),
  ),
);

describe('a station of a closed system', () => {
  test.each(models)('gives where the exact machine-repair model says: %o', (model) => {
    const exact = exactUsers(model, 2.5, 0.05);
    const users = usersAt(station(model), 2.5, 0.05);
    expect(Math.abs(users - exact)).toBeLessThan(Math.max(1.2, 0.04 * exact));
  });

  test.each(models)(
    'gives where the exact model says when half the visits may wait: %o',
    (model) => {
      const exact = exactUsers(model, 2.5, 0.5);
      const users = usersAt(station(model), 2.5, 0.5);
      expect(Math.abs(users - exact)).toBeLessThan(Math.max(1.2, 0.04 * exact));
    },
  );

  test.each([
    { servers: 1, demand: 0.02, think: 3.5, users: 260 },
    { servers: 2, demand: 0.1, think: 3.5, users: 110 },
    { servers: 10, demand: 0.5, think: 14, users: 330 },
  ])('makes visits wait as long as in a simulation: %o', ({ users, ...model }) => {
    const simulated = simulatedWait(model, users, 0.05, 120_000);
    const computed = waitAt(station(model), users, 0.05);
    expect(computed / simulated).toBeGreaterThan(0.95);
    expect(computed / simulated).toBeLessThan(1.05);
  });

  test('waits in the exact model as in a simulation', () => {
    const model = { servers: 2, demand: 0.1, think: 3.5 };
    const share = waitsLonger(model, 110, simulatedWait(model, 110, 0.05, 120_000));
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.06);
  });

  test.each(models)('has users and wait as inverses of each other: %o', (model) => {
    for (const t of [0.3, 1, 2.9]) {
      const users = usersAt(station(model), t, 0.05);
      if (users > model.servers + 1)
        expect(waitAt(station(model), users, 0.05) / t).toBeCloseTo(1, 1);
    }
  });

  test('never waits less with more users, however long a screen takes alone', () => {
    for (const model of [...models, { servers: 2, demand: 0.33, think: 7.2 }]) {
      for (const alone of [0, 1, 2.9, 11.4]) {
        let before = 0;
        for (let users = model.servers + 0.5; users < 20_000 && before < 20; users *= 1.04) {
          const wait = waitAt({ ...station(model), alone, spread: 0.75 }, users, 0.05);
          expect(wait).toBeGreaterThanOrEqual(before * (1 - 1e-6));
          before = wait;
        }
      }
    }
  });

  test('makes nobody wait beyond its most, however many come', () => {
    const bounded = { ...station({ servers: 1, demand: 0.5, think: 3.5 }), most: 1.2 };
    expect(waitAt({ ...bounded, most: Infinity }, 40, 0.05)).toBeGreaterThan(10);
    expect(waitAt(bounded, 40, 0.05)).toBe(1.2);
    expect(usersAt(bounded, 1, 0.05)).toBeLessThan(40);
    expect(usersAt(bounded, 1.2, 0.05)).toBe(Infinity);
  });

  test('makes nobody wait while there is a server for each user', () => {
    expect(waitAt(station({ servers: 10, demand: 5, think: 1 }), 10, 0.05)).toBe(0);
  });

  test('never gives when all visits may wait', () => {
    expect(usersAt(station({ servers: 1, demand: 1, think: 1 }), 1, 1)).toBe(Infinity);
  });
});

describe('the normal distribution', () => {
  test('agrees with tables', () => {
    expect(Math.exp(logNormal(0))).toBeCloseTo(0.5, 6);
    expect(Math.exp(logNormal(-1.644854))).toBeCloseTo(0.05, 6);
    expect(Math.exp(logNormal(-5)) / 2.866516e-7).toBeCloseTo(1, 5);
    expect(Math.exp(logNormal(3))).toBeCloseTo(0.9986501, 6);
  });

  test('is turned round by its quantile, far into the tail', () => {
    for (const u of [-30, -12, -5, -2, -0.5, 0.5, 2, 3]) {
      expect(Math.abs(normalQuantile(logNormal(u)) - u)).toBeLessThan(1e-3);
    }
  });
});
