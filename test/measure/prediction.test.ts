import { describe, expect, test } from 'vitest';
import published from '../../content/measurements/predictions.json' with { type: 'json' };
import { configurations } from './configurations.ts';
import { predictionOf } from './prediction.ts';

/** Predictions are written down with four digits. */
const ROUNDING = 0.0006;
/**
 * What was predicted before a measurement is never written anew. Version 1.3.1 moved two of them, which
 * 1.3.0 had made, by less than this.
 */
const SINCE = 0.02;
const BEFORE: readonly string[] = ['disk-scan-pool-3', 'disk-scan-half-core'];

describe('the published predictions', () => {
  test.each(configurations.map((one) => [one.name, one] as const))(
    'are what the model still says: %s',
    (name, configuration) => {
      const told = published.predictions.findLast((one) => one.name === name);
      const said = predictionOf(configuration);
      const within = BEFORE.includes(name) ? SINCE : ROUNDING;
      expect(said.first).toBe(told?.first);
      for (const key of ['low', 'likely', 'high'] as const) {
        expect(Math.abs(said[key] / (told?.[key] ?? 0) - 1)).toBeLessThan(within);
      }
    },
  );

  test('are of these configurations and no others', () => {
    const names = [...new Set(published.predictions.map(({ name }) => name))];
    expect(names.toSorted()).toEqual(configurations.map(({ name }) => name).toSorted());
  });
});
