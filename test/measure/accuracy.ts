import {
  type Accuracy,
  firstMetSchema,
  type Pair as Published,
  type Summary,
} from '#src/method/accuracy.ts';
import type { BreakPoint } from './break-points.ts';
import { read, write } from './lab/record.ts';
import { percentile } from './percentile.ts';
import type { Predicted } from './predictions.ts';

/** One configuration, predicted and measured. */
export interface Pair {
  readonly name: string;
  readonly use: 'calibration' | 'unused';
  readonly predicted: Predicted;
  readonly measured: Pick<BreakPoint, 'about' | 'corrected' | 'measured' | 'first' | 'between'>;
}

/** How many times too high or too low, at least 1. */
export const off = (predicted: number, measured: number) =>
  Math.max(predicted / measured, measured / predicted);

const share = <T>(all: readonly T[], of: (each: T) => boolean) =>
  all.filter(of).length / Math.max(1, all.length);

/** Whether the band holds the measured value; users and rows are whole, so its ends are too. */
const inside = ({ predicted, measured }: Pair) =>
  Math.floor(predicted.low) <= measured.corrected &&
  measured.corrected <= Math.ceil(predicted.high);

export function summarise(rows: readonly Published[]): Summary {
  const ratios = rows.map((row) => row.off);
  return {
    configurations: rows.length,
    median: percentile(ratios, 0.5),
    p90: percentile(ratios, 0.9),
    worst: percentile(ratios, 1),
    withinHalf: share(ratios, (ratio) => ratio <= 1.5),
    withinTwo: share(ratios, (ratio) => ratio <= 2),
    firstRight: share(rows, (row) => row.firstPredicted === row.firstMeasured),
    insideBand: share(rows, (row) => row.insideBand),
  };
}

/** What is published of one configuration. */
export const compared = (pair: Pair): Published => ({
  name: pair.name,
  about: pair.measured.about,
  use: pair.use,
  unit: pair.predicted.unit,
  predicted: pair.predicted.likely,
  band: [pair.predicted.low, pair.predicted.high],
  model: pair.predicted.model,
  predictedAt: pair.predicted.at,
  measured: pair.measured.corrected,
  raw: pair.measured.measured,
  off: off(pair.predicted.likely, pair.measured.corrected),
  insideBand: inside(pair),
  firstPredicted: pair.predicted.first,
  firstMeasured: pair.measured.first,
});

/** Compares what was predicted with what was measured since, and writes the comparison down. */
export function compare(): Pick<Accuracy, 'unused' | 'firstMet' | 'calibration'> {
  const predictions = read<{ predictions: Predicted[] }>('predictions')?.predictions ?? [];
  const file = read<Pick<Accuracy, 'head'> & { breakPoints: BreakPoint[] }>('break-points');
  if (!file) throw new Error('Measure break points first: npm run measure -- breaks');
  const rows = file.breakPoints.flatMap((measured): Published[] => {
    const predicted = predictions.find(({ name }) => name === measured.name);
    if (!predicted || !Number.isFinite(measured.corrected)) return [];
    return [compared({ name: measured.name, use: predicted.use, predicted, measured })];
  });
  const of = (wanted: Pair['use']) => rows.filter(({ use }) => use === wanted);
  const outgrown = firstMetSchema.parse(read('first-met')).configurations;
  const summary = {
    unused: summarise(of('unused')),
    firstMet: summarise([...of('unused'), ...outgrown]),
    calibration: summarise(of('calibration')),
  };
  const accuracy: Accuracy = {
    head: { ...file.head, script: 'test/measure/accuracy.ts' },
    ...summary,
    configurations: rows,
  };
  write('accuracy', accuracy);
  return summary;
}
