import { describe, expect, test } from 'vitest';
import { draw } from '#src/capacity/draw.ts';
import { busyLimit } from '#src/capacity/slots.ts';
import { work } from '#src/capacity/work.ts';

/** Share of arrivals that find all places taken when `load` would be in use without a limit (Erlang B). */
function erlangB(places: number, load: number): number {
  let blocked = 1;
  for (let n = 1; n <= places; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** The load, in places, at which one arrival in a hundred is refused. */
function erlangLoad(places: number): number {
  let low = 0;
  let high = places;
  for (let i = 0; i < 50; i++) {
    const load = (low + high) / 2;
    if (erlangB(places, load) > 0.01) high = load;
    else low = load;
  }
  return low;
}

/** One request a screen that holds its place for `held` seconds, without work to speak of. */
const [holding] = draw({
  connect: 'each',
  think: 10,
  requests: 1,
  cached: 0,
  slow: 0,
  live: 'no',
  plan: 'postgres-small',
});
if (!holding) throw new Error('No sample was drawn');
const users = (held: number, places: number) =>
  busyLimit(
    holding,
    { ...work(holding), between: held, db: 0, pollDb: 0, disk: 0, opened: 1, misses: 1, polls: 0 },
    places,
  );

describe('places for connections', () => {
  test.each([10, 20, 60, 100, 200])(
    'run out where Erlang’s loss formula says: %i places',
    (places) => {
      // Little's law: places in use = users ÷ think × seconds held.
      const expected = erlangLoad(places) * (10 / 0.17 + 1);
      expect(users(0.17, places) / expected).toBeGreaterThan(0.9);
      expect(users(0.17, places) / expected).toBeLessThan(1.1);
    },
  );

  test('bear fewer users the longer each is held', () => {
    expect(users(0.34, 60)).toBeLessThan(users(0.17, 60));
  });

  test('run out about when the processor is full, whose queue holds them', () => {
    const worked = {
      ...work(holding),
      between: 0,
      db: 0.01,
      disk: 0,
      misses: 1,
      polls: 0,
      opened: 1,
    };
    const full = (holding.cores / 0.01) * 10;
    // Six users for each place hold one or wait at the door.
    expect(busyLimit(holding, worked, 60)).toBeLessThan(full + 6 * 60);
    expect(busyLimit(holding, worked, 60)).toBeGreaterThan(0.6 * full);
  });
});
