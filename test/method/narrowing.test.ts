import { beforeAll, describe, expect, test } from 'vitest';
import { type Narrowed, narrowingSchema } from '#src/method/narrowing.ts';
import { answersTried, inputsTried } from './narrowings.ts';

/**
 * The band is the middle eighty of a hundred apps, so an answer may widen it: it can tell that this app is
 * one of a rarer kind, on which more depends of what is not known yet. How often is published, and held here
 * to what was found; `vitest --update` writes it anew.
 */
describe('the share of narrowings that widen the band', () => {
  let found: { answers: Narrowed; inputs: Narrowed };
  beforeAll(() => {
    found = { answers: answersTried(), inputs: inputsTried() };
  });

  test('is what is published', async () => {
    const published = `${JSON.stringify(narrowingSchema.parse(found), undefined, 2)}\n`;
    await expect(published).toMatchFileSnapshot('../../content/measurements/narrowing.json');
  });

  test('is small, and the band narrows on average', () => {
    for (const { tried, wider, muchWider, times } of Object.values(found)) {
      expect(tried).toBeGreaterThan(900);
      expect(wider / tried).toBeLessThan(1 / 3);
      expect(muchWider / tried).toBeLessThan(1 / 8);
      expect(times).toBeGreaterThan(1.05);
    }
  });
});
