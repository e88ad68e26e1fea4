import type { BreakPoint } from './break-points.ts';
import { read, write } from './lab/record.ts';
import { percentile } from './percentile.ts';
import type { Predicted } from './predictions.ts';

/** One configuration, predicted and measured. */
export interface Pair {
  readonly name: string;
  readonly use: 'calibration' | 'unused';
  readonly predicted: Predicted;
  readonly measured: Pick<BreakPoint, 'corrected' | 'measured' | 'first'>;
}

export interface Summary {
  readonly configurations: number;
  /** How far off: predicted ÷ measured or its inverse, whichever is above 1. */
  readonly median: number;
  readonly p90: number;
  readonly worst: number;
  /** Shares, 0–1. */
  readonly firstRight: number;
  readonly insideBand: number;
}

/** How many times too high or too low, at least 1. */
export const off = (predicted: number, measured: number) =>
  Math.max(predicted / measured, measured / predicted);

const share = <T>(all: readonly T[], of: (each: T) => boolean) =>
  all.filter(of).length / Math.max(1, all.length);

/** Band of the model against the measured value, which is known to a tenth at best where counts are small. */
const inside = ({ predicted, measured }: Pair) =>
  Math.floor(predicted.low) <= measured.corrected &&
  measured.corrected <= Math.ceil(predicted.high);

export function summarise(pairs: readonly Pair[]): Summary {
  const ratios = pairs.map(({ predicted, measured }) => off(predicted.likely, measured.corrected));
  return {
    configurations: pairs.length,
    median: percentile(ratios, 0.5),
    p90: percentile(ratios, 0.9),
    worst: percentile(ratios, 1),
    firstRight: share(pairs, ({ predicted, measured }) => predicted.first === measured.first),
    insideBand: share(pairs, inside),
  };
}

/** Compares what was predicted with what was measured since, and writes the comparison down. */
export function compare(): { readonly unused: Summary; readonly all: Summary } {
  const predictions = read<{ predictions: Predicted[] }>('predictions')?.predictions ?? [];
  const points = read<{ breakPoints: BreakPoint[] }>('break-points')?.breakPoints ?? [];
  const pairs = points.flatMap((measured): Pair[] => {
    const predicted = predictions.find(({ name }) => name === measured.name);
    if (!predicted || !Number.isFinite(measured.corrected)) return [];
    return [{ name: measured.name, use: measured.use, predicted, measured }];
  });
  const summary = {
    unused: summarise(pairs.filter(({ use }) => use === 'unused')),
    all: summarise(pairs),
  };
  write('accuracy', {
    about:
      'Predicted ÷ measured, the measured value corrected for the momentary speed of the machine.',
    ...summary,
    configurations: pairs.map((pair) => ({
      name: pair.name,
      use: pair.use,
      predicted: pair.predicted.likely,
      band: [pair.predicted.low, pair.predicted.high],
      model: pair.predicted.model,
      predictedAt: pair.predicted.at,
      measured: pair.measured.corrected,
      raw: pair.measured.measured,
      ratio: pair.predicted.likely / pair.measured.corrected,
      insideBand: inside(pair),
      firstPredicted: pair.predicted.first,
      firstMeasured: pair.measured.first,
    })),
  });
  return summary;
}
