import { inWords, type PlanLine } from '#src/postgres/plan-words.ts';
import { amount } from './amount.ts';
import { type Experiment, found, type Result } from './experiment.ts';

/** A bar of the drawing: its length as a share of the longest, in percent. */
export interface Bar {
  readonly id: string;
  readonly label: string;
  /** A repaired way that is in fact clearly better than the worst. */
  readonly good: boolean;
  readonly length: number;
  readonly text: string;
}

/** Short enough to be nothing, long enough to be seen. */
const SHORTEST = 0.7;
/** At most this share of the worst, to be shown as better. */
const BETTER = 0.8;

/** One table of bars for each metric. */
export const bars = (experiment: Experiment, result: Result) =>
  experiment.metrics.map((metric) => {
    const values = experiment.cases.map(({ id }) => found(result, id, metric.id));
    const most = Math.max(...values, Number.EPSILON);
    return {
      metric,
      bars: experiment.cases.map(({ id, label, good }): Bar => {
        const value = found(result, id, metric.id);
        const better = good && value < BETTER * most;
        const length = Math.max(SHORTEST, Number(((100 * value) / most).toFixed(1)));
        return { id, label, good: better, length, text: amount(value, metric.unit) };
      }),
    };
  });

/** The plan of each case in words; empty where nothing was planned. */
export const plans = (
  experiment: Experiment,
  result: Result,
): readonly { readonly label: string; readonly lines: readonly PlanLine[] }[] =>
  experiment.cases.flatMap(({ id, label }) => {
    const plan = result.plans?.[id];
    return plan ? [{ label, lines: inWords(plan) }] : [];
  });

/** The box that curves are drawn in; it is stretched to the width that there is. */
export const CHART = { width: 600, height: 100 } as const;

/** Curves of a quantity over time, all on one scale. */
export function curves(experiment: Experiment, { series }: Result) {
  if (!series) return undefined;
  const most = Math.max(1, ...Object.values(series.cases).flat());
  const cases = experiment.cases.flatMap(({ id, label, good }) => {
    const points = series.cases[id];
    if (!points) return [];
    const step = CHART.width / Math.max(1, points.length - 1);
    const path = points
      .map((value, i) => {
        const y = CHART.height - (value / most) * (CHART.height - 2) - 1;
        return `${i === 0 ? 'M' : 'L'}${(i * step).toFixed(1)} ${y.toFixed(1)}`;
      })
      .join('');
    return [{ id, label, good, path, peak: amount(Math.max(...points), 'count') }];
  });
  return { label: series.label, seconds: series.seconds, most: amount(most, 'count'), cases };
}
