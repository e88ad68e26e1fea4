import { describe, expect, test } from 'vitest';
import { busiestOf, monthlyOf, savings } from '#src/cost/monthly.ts';
import { greedy, platforms } from '#src/cost/platforms.ts';
import { inDollars, spanInDollars } from '#src/cost/words.ts';

describe.each(platforms)('a month on $name', (platform) => {
  const month = monthlyOf(platform, 10_000);

  test('costs no more with a repair, and least with all of them', () => {
    for (const repair of savings) {
      expect(month.alone[repair].likely).toBeLessThanOrEqual(month.asBuilt.likely);
      expect(month.repaired.likely).toBeLessThanOrEqual(month.alone[repair].likely);
    }
  });

  test('names the repair that saves most, where one saves anything', () => {
    const cheapest = Math.min(...savings.map((repair) => month.alone[repair].likely));
    if (month.best) expect(month.alone[month.best].likely).toBe(cheapest);
    else expect(month.asBuilt.likely - cheapest).toBeLessThanOrEqual(1);
  });

  test('costs more with more users where the plan no longer covers it, and never less', () => {
    const [few, many] = [1_000, 100_000];
    expect(monthlyOf(platform, many).asBuilt.likely).toBeGreaterThanOrEqual(
      monthlyOf(platform, few).asBuilt.likely,
    );
    expect(monthlyOf(greedy(platform), many).asBuilt.likely).toBeGreaterThan(
      monthlyOf(greedy(platform), few).asBuilt.likely,
    );
  });
});

test('what is read is what costs on Firebase, so a page in place of the table saves most there', () => {
  const firebase = platforms.find(({ name }) => name === 'Firebase');
  const month = firebase && monthlyOf(firebase, 10_000);
  expect(month?.asBuilt.likely).toBeGreaterThan(3 * (month?.repaired.likely ?? Infinity));
  const whole = firebase && monthlyOf(greedy(firebase), 10_000);
  expect(whole?.best).toBe('page-on-server');
  expect(whole?.asBuilt.likely).toBeGreaterThan(3 * (month?.asBuilt.likely ?? Infinity));
});

test('ten times the users are ten times as many in the busiest minute', () => {
  expect(busiestOf(10_000).likely).toBeCloseTo(10 * busiestOf(1_000).likely);
});

test('dollars are told with the digits that the estimate knows', () => {
  expect(inDollars(1_278)).toBe('$1,300');
  expect(inDollars(0)).toBe('$0');
  expect(spanInDollars({ low: 25, likely: 25, high: 25.2 })).toBe('$25');
  expect(spanInDollars({ low: 25, likely: 30, high: 412 })).toBe('$25 to $410');
});
