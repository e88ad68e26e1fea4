import { MODEL_VERSION } from '#src/capacity/model.ts';
import type { Configuration } from './lab/configuration.ts';
import { type Head, read, write } from './lab/record.ts';
import { type Prediction, predictionOf } from './prediction.ts';

export interface Predicted extends Prediction {
  readonly name: string;
  /** What the configuration was for when this was written. */
  readonly use: Configuration['use'];
  readonly unit: 'users' | 'rows';
  /** Version of the model, and the moment at which it said this first. */
  readonly model: string;
  readonly at: string;
}

export const predicted = () =>
  read<{ predictions: readonly Predicted[] }>('predictions')?.predictions ?? [];

/** Figures are published with four digits. */
const alike = (a: number, b: number) => Math.abs(a / b - 1) < 1e-3;
const sameAs = (a: Prediction, b: Prediction) =>
  alike(a.low, b.low) && alike(a.likely, b.likely) && alike(a.high, b.high) && a.first === b.first;

/**
 * The predictions of some configurations beside the earlier ones. What was said once stays as it was
 * said, with its moment; what is said again is not written again.
 */
export function withPredictions(
  earlier: readonly Predicted[],
  configurations: readonly Configuration[],
  model: string,
  at: string,
): Predicted[] {
  const made = configurations.flatMap((configuration): Predicted[] => {
    const { name, use, device } = configuration;
    const said = predictionOf(configuration);
    const last = earlier.filter((each) => each.name === name && each.model === model).at(-1);
    if (last && sameAs(last, said)) return [];
    return [{ name, use, unit: device ? 'rows' : 'users', ...said, model, at }];
  });
  return [...earlier, ...made];
}

/** Writes down what the model says of these configurations, unless this version has said it before. */
export function predict(configurations: readonly Configuration[], head: Head): void {
  const earlier = predicted();
  const all = withPredictions(earlier, configurations, MODEL_VERSION, new Date().toISOString());
  if (all.length === earlier.length) return;
  const changed = all
    .slice(earlier.length)
    .filter(({ name }) => earlier.some((p) => p.name === name && p.model === MODEL_VERSION));
  if (changed.length > 0)
    console.warn(
      `Version ${MODEL_VERSION} said otherwise before of ${changed.map(({ name }) => name).join(', ')}: ` +
        'give a model that changed, its constants too, a new version; and a configuration that changed a new name.',
    );
  write('predictions', { head, predictions: all });
}

/** The end of a moment: the first drives were dated by the minute. */
const endOf = (date: string) => Date.parse(date.length > 16 ? date : `${date}:59Z`);

/**
 * The prediction that counts for a configuration: of one that the model had never met, the newest from
 * before it was driven for the first time; else what the newest version says.
 * @throws {Error} when one that should be unseen was driven before it was predicted.
 */
export function counting(
  all: readonly Predicted[],
  { name, use }: Pick<Configuration, 'name' | 'use'>,
  met: string,
): Predicted {
  const own = all
    .filter((each) => each.name === name)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const before = own.filter(({ at }) => Date.parse(at) <= endOf(met));
  const counts = (use === 'unused' ? before : own).at(-1);
  if (!counts) throw new Error(`${name} was driven (${met}) before it was predicted.`);
  return counts;
}
