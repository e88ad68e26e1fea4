import { describe, expect, test } from 'vitest';
import accuracyFile from '../../content/measurements/accuracy.json' with { type: 'json' };
import breakPoints from '../../content/measurements/break-points.json' with { type: 'json' };
import constantsFile from '../../content/measurements/constants.json' with { type: 'json' };
import firstMetFile from '../../content/measurements/first-met.json' with { type: 'json' };
import predictionsFile from '../../content/measurements/predictions.json' with { type: 'json' };
import { lab } from '#src/capacity/constants/lab.ts';
import { MODEL_VERSION } from '#src/capacity/model.ts';
import {
  accuracySchema,
  changed,
  constantsSchema,
  firstMetSchema,
  missed,
  type Pair,
} from '#src/method/accuracy.ts';
import { usualBand } from '#src/method/bands.ts';

const accuracy = accuracySchema.parse(accuracyFile);
const outgrown = firstMetSchema.parse(firstMetFile).configurations;
const { predictions } = predictionsFile;
const unused = accuracy.configurations.filter(({ use }) => use === 'unused');

describe('the published accuracy', () => {
  test('has the form that the page reads', () => {
    expect(accuracySchema.safeParse(accuracyFile).success).toBe(true);
    expect(constantsSchema.safeParse(constantsFile).success).toBe(true);
  });

  test('holds every break point that was measured, and none that was not', () => {
    const [settled, unsettled] = [true, false].map((wanted) =>
      breakPoints.breakPoints
        .filter(({ drives }) => drives.some(({ disturbed }) => !disturbed) === wanted)
        .map(({ name }) => name),
    );
    expect(accuracy.configurations.map(({ name }) => name).sort()).toEqual(settled?.sort());
    expect(accuracy.unsettled.map(({ name }) => name).sort()).toEqual(unsettled?.sort());
  });

  test('counts no drive on a machine far from its usual speed', () => {
    const counted = new Set(accuracy.configurations.map(({ name }) => name));
    const speeds = breakPoints.breakPoints
      .filter(({ name }) => counted.has(name))
      .flatMap(({ drives }) => drives.filter(({ disturbed }) => !disturbed))
      .flatMap((drive) => ('speed' in drive ? [drive.speed] : []));
    expect(speeds.length).toBeGreaterThan(0);
    expect(Math.min(...speeds)).toBeGreaterThanOrEqual(0.8);
    expect(Math.max(...speeds)).toBeLessThanOrEqual(1.25);
  });

  test('tells what the correction for such a machine came to on known breaks', () => {
    const { drives, low, high, median } = accuracy.atOtherSpeed ?? { drives: [] };
    const ratios = drives.map(({ ratio }) => ratio);
    expect(ratios.length).toBeGreaterThan(0);
    expect([low, high]).toEqual([Math.min(...ratios), Math.max(...ratios)]);
    expect(drives.filter(({ speed }) => speed >= 0.8 && speed <= 1.25)).toEqual([]);
    expect(median).toBeGreaterThanOrEqual(1);
  });

  test('tells what the sums would be with the drives that do not count', () => {
    const all = [...unused, ...accuracy.unsettled.filter(({ use }) => use === 'unused')];
    const share = (holds: (one: (typeof all)[number]) => boolean) =>
      expect.closeTo(all.filter(holds).length / all.length, 3);
    expect(accuracy.withUnsettled).toMatchObject({
      configurations: all.length,
      worst: Math.max(...all.map(({ off }) => off)),
      withinHalf: share(({ off }) => off <= 1.5),
      firstRight: share(({ firstPredicted, firstMeasured }) => firstPredicted === firstMeasured),
      insideBand: share(({ insideBand }) => insideBand),
    });
  });

  test('holds what held at all that was tried, beside it', () => {
    expect(accuracy.held.map(({ name }) => name)).toEqual(breakPoints.held.map(({ name }) => name));
  });

  test('loses nothing that was predicted as unseen', () => {
    const shown = new Set(
      [...unused, ...accuracy.held, ...accuracy.unsettled, ...outgrown].map(({ name }) => name),
    );
    const lost = predictions.filter(({ name, use }) => use === 'unused' && !shown.has(name));
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  test('was predicted before it was driven, where the model had never met it', () => {
    const drives = [...breakPoints.breakPoints, ...breakPoints.held];
    // The first drives are dated by the minute in which they ended.
    const end = (date: string) => Date.parse(date.length > 16 ? date : `${date}:59Z`);
    for (const { name, predictedAt, model } of unused) {
      const point = drives.find((each) => each.name === name);
      const met = Math.min(
        ...[point?.met ?? '', ...(point?.drives ?? []).map(({ date }) => date)].map(end),
      );
      expect(Date.parse(predictedAt), name).toBeLessThan(met);
      const said = predictions.find((each) => each.name === name && each.model === model);
      expect(said?.at, `${name} on record`).toBe(predictedAt);
    }
  });

  test('rests on one prediction a version, and a version says one thing', () => {
    const said = predictions.map(({ name, model }) => `${name} ${model}`);
    expect(said.filter((each, i) => said.indexOf(each) !== i)).toEqual([]);
  });

  test('sums up what stands in its own rows', () => {
    const { model } = accuracy;
    const { configurations } = accuracy;
    const ofUse = (use: Pair['use']) => configurations.filter((row) => row.use === use);
    const met = [...unused, ...outgrown.filter(({ seen }) => !seen)];
    const groups = [
      [accuracy.unused, unused],
      [accuracy.calibration, ofUse('calibration')],
      [accuracy.byThis, unused.filter((row) => row.model === model)],
      [accuracy.byEarlier, unused.filter((row) => row.model !== model && !changed(row))],
      [accuracy.firstMet, met],
      [accuracy.asPublished, [...unused, ...outgrown]],
      ...accuracy.versions.map(
        (sum) => [sum, met.filter((row) => row.model === sum.version)] as const,
      ),
    ] as const;
    for (const [summary, rows] of groups) {
      if (!summary) {
        expect(rows).toEqual([]);
        continue;
      }
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
    expect(accuracy.versions.reduce((sum, { configurations: n }) => sum + n, 0)).toBe(met.length);
  });

  test('speaks of the version that rates: npm run measure -- accuracy', () => {
    expect(accuracy.model).toBe(MODEL_VERSION);
  });

  test('has a third at least that the model never met', () => {
    expect(unused.length / accuracy.configurations.length).toBeGreaterThanOrEqual(1 / 3);
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

test('the usual band is the pair of multiples that most bands are', () => {
  const [row] = accuracy.configurations;
  if (!row) throw new Error('There are no configurations.');
  const of = (predicted: number, low: number, high: number): Pair => ({
    ...{ ...row, predicted, band: [predicted * low, predicted * high] },
  });
  expect(usualBand([of(10, 0.8, 1.2), of(100, 0.5, 2), of(7, 0.8, 1.2)])).toEqual({
    ...{ from: '0.80', to: '1.20', count: 2 },
  });
  expect(usualBand([])).toMatchObject({ count: 0 });
});
