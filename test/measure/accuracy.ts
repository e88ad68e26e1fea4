import { MODEL_VERSION } from '#src/capacity/model.ts';
import {
  type Accuracy,
  changed,
  firstMetSchema,
  type Pair as Published,
  type Summary,
} from '#src/method/accuracy.ts';
import { configurations } from './configurations.ts';
import type { Configuration } from './lab/configuration.ts';
import { type Head, read, write } from './lab/record.ts';
import { median, percentile } from './percentile.ts';
import { type BreakPoint, type Held, isSettled, published, slowDrives } from './points.ts';
import { predictionOf } from './prediction.ts';
import { counting, predict, type Predicted, predicted } from './predictions.ts';

/** One configuration, predicted and measured. */
export interface Pair {
  readonly configuration: Pick<Configuration, 'use' | 'told'>;
  readonly predicted: Predicted;
  /** What the present version of the model says of it. */
  readonly now: number;
  readonly measured: Omit<BreakPoint, 'met' | 'drives'>;
}

/** How many times too high or too low, at least 1. */
export const off = (predicted: number, measured: number) =>
  Math.max(predicted / measured, measured / predicted);

const share = <T>(all: readonly T[], of: (each: T) => boolean) =>
  all.filter(of).length / all.length;

/** Whether the band holds the measured value; users and rows are whole, so its ends are too. */
const inside = ({ predicted, measured }: Pair) =>
  Math.floor(predicted.low) <= measured.corrected &&
  measured.corrected <= Math.ceil(predicted.high);

/** The sum of some rows; nothing where there are none. */
export function summarise(rows: readonly Published[]): Summary | null {
  if (rows.length === 0) return null;
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
  name: pair.measured.name,
  about: pair.measured.about,
  use: pair.configuration.use,
  ...(pair.configuration.told && { told: true }),
  unit: pair.predicted.unit,
  predicted: pair.predicted.likely,
  band: [pair.predicted.low, pair.predicted.high],
  model: pair.predicted.model,
  predictedAt: pair.predicted.at,
  now: pair.now,
  measured: pair.measured.corrected,
  raw: pair.measured.measured,
  n: pair.measured.n,
  ...(pair.measured.spread !== undefined && { spread: pair.measured.spread }),
  off: off(pair.predicted.likely, pair.measured.corrected),
  insideBand: inside(pair),
  firstPredicted: pair.predicted.first,
  firstMeasured: pair.measured.first,
});

/**
 * The sums of what the model had never met: all of it, what the present version met first, what an
 * earlier one had predicted and the present one leaves as it was, and version by version together with
 * what calibrates by now.
 */
export function sums(rows: readonly Published[], outgrown: readonly Published[], model: string) {
  const unused = rows.filter(({ use }) => use === 'unused');
  const met = [...unused, ...outgrown.filter(({ seen }) => seen === undefined)];
  const versions = [...new Set(met.map((row) => row.model))].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const by = (wanted: string, from = met) => from.filter((row) => row.model === wanted);
  const earlier = unused.filter((row) => row.model !== model);
  return {
    unused: summarise(unused),
    byThis: summarise(by(model, unused)),
    byEarlier: summarise(earlier.filter((row) => !changed(row))),
    firstMet: summarise(met),
    asPublished: summarise([...unused, ...outgrown]),
    versions: versions.flatMap((version) => {
      const sum = summarise(by(version));
      return sum ? [{ version, ...sum }] : [];
    }),
    calibration: summarise(rows.filter(({ use }) => use === 'calibration')),
  };
}

/** What the correction for the machine's speed is worth where that is far from the usual: tried on known breaks. */
function atOtherSpeed(points: readonly BreakPoint[]): Accuracy['atOtherSpeed'] {
  const drives = points.flatMap(slowDrives);
  const ratios = drives.map(({ ratio }) => ratio);
  if (drives.length === 0) return null;
  const middle = median(ratios.map((ratio) => off(ratio, 1)));
  return { low: Math.min(...ratios), high: Math.max(...ratios), median: middle, drives };
}

/** What is published of one that held at all that was tried: it is in no sum. */
const heldOf = (
  { use }: Configuration,
  said: Predicted,
  point: Held,
): Accuracy['held'][number] => ({
  ...{ name: point.name, about: point.about, use, unit: point.unit, n: point.n },
  ...{ predicted: said.likely, band: [said.low, said.high], model: said.model },
  least: point.least,
});

/** The configuration that was driven under a name. @throws {Error} when it was taken out: a miss must not vanish. */
function drivenAs(name: string): Configuration {
  const configuration = configurations.find((each) => each.name === name);
  if (!configuration)
    throw new Error(`${name} was driven and is no configuration any more: bring it back.`);
  return configuration;
}

/** Compares what was predicted with what was measured since, and writes the comparison down. */
export function compare(head: Head): ReturnType<typeof sums> {
  const file = published();
  if (!file) throw new Error('Measure break points first: npm run measure -- breaks');
  const points = [...file.breakPoints, ...file.held];
  // So that it stands on record which predictions the present version leaves as they were.
  predict(
    points.map(({ name }) => drivenAs(name)),
    head,
  );
  const all = predicted();
  const said = ({ name, met }: BreakPoint | Held) => counting(all, drivenAs(name), met);
  const rowOf = (measured: BreakPoint) => {
    const configuration = drivenAs(measured.name);
    const now = predictionOf(configuration).likely;
    return compared({ configuration, predicted: said(measured), now, measured });
  };
  const rows = file.breakPoints.filter(isSettled).map(rowOf);
  const outgrown = firstMetSchema.parse(read('first-met')).configurations;
  const unsettled = file.breakPoints.filter((point) => !isSettled(point)).map(rowOf);
  const summary = sums(rows, outgrown, MODEL_VERSION);
  const accuracy = {
    head: { ...file.head, script: 'test/measure/accuracy.ts' },
    model: MODEL_VERSION,
    ...summary,
    held: file.held.map((point) => heldOf(drivenAs(point.name), said(point), point)),
    unsettled,
    withUnsettled: summarise([...rows, ...unsettled].filter(({ use }) => use === 'unused')),
    atOtherSpeed: atOtherSpeed(file.breakPoints),
    configurations: rows,
  };
  write('accuracy', accuracy);
  return summary;
}
