import { describe, expect, test } from 'vitest';
import accuracyFile from '../../content/measurements/accuracy.json' with { type: 'json' };
import breakPoints from '../../content/measurements/break-points.json' with { type: 'json' };
import constantsFile from '../../content/measurements/constants.json' with { type: 'json' };
import { lab } from '#src/capacity/constants/lab.ts';
import { accuracySchema, constantsSchema, missed } from '#src/method/accuracy.ts';

const accuracy = accuracySchema.parse(accuracyFile);

describe('the published accuracy', () => {
  test('has the form that the page reads', () => {
    expect(accuracySchema.safeParse(accuracyFile).success).toBe(true);
    expect(constantsSchema.safeParse(constantsFile).success).toBe(true);
  });

  test('holds every break point that was measured, and none that was not', () => {
    const measured = breakPoints.breakPoints.map(({ name }) => name);
    expect(accuracy.configurations.map(({ name }) => name).sort()).toEqual(measured.sort());
  });

  test('was predicted before it was measured, where the model had never met it', () => {
    for (const { name, predictedAt, use } of accuracy.configurations) {
      if (use === 'calibration') continue;
      const point = breakPoints.breakPoints.find((each) => each.name === name);
      expect(Date.parse(predictedAt), name).toBeLessThan(Date.parse(`${point?.date}:59Z`));
    }
  });

  test('sums up what stands in its own rows', () => {
    for (const use of ['unused', 'calibration'] as const) {
      const rows = accuracy.configurations.filter((row) => row.use === use);
      const summary = accuracy[use];
      expect(summary.configurations).toBe(rows.length);
      expect(summary.worst).toBeCloseTo(Math.max(...rows.map(({ off }) => off)), 2);
      expect(summary.insideBand).toBeCloseTo(
        rows.filter(({ insideBand }) => insideBand).length / rows.length,
        3,
      );
      expect(summary.firstRight).toBeCloseTo(
        rows.filter(({ firstPredicted, firstMeasured }) => firstPredicted === firstMeasured)
          .length / rows.length,
        3,
      );
    }
  });

  test('has nine in ten of the configurations for calibration within the model’s own error', () => {
    const rows = accuracy.configurations.filter(({ use }) => use === 'calibration');
    const within = rows.filter(({ predicted, measured }) => {
      const times = measured / predicted;
      return times >= lab.misfit.from && times <= lab.misfit.to;
    });
    expect(within.length / rows.length).toBeGreaterThanOrEqual(0.85);
  });
});

test('a row is a miss when it is off by half, outside its band, or names the wrong part', () => {
  const [row] = accuracy.configurations;
  if (!row) throw new Error('There are no configurations.');
  const right = { ...row, off: 1.2, insideBand: true, firstMeasured: row.firstPredicted };
  expect(missed(right)).toBe(false);
  expect(missed({ ...right, off: 1.6 })).toBe(true);
  expect(missed({ ...right, insideBand: false })).toBe(true);
  expect(missed({ ...right, firstMeasured: 'unexplained' })).toBe(true);
});
