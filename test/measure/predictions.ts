import { MODEL_VERSION } from '#src/capacity/model.ts';
import type { Configuration } from './lab/configuration.ts';
import { read, write } from './lab/record.ts';
import { type Prediction, predictionOf } from './prediction.ts';

export interface Predicted extends Prediction {
  readonly name: string;
  readonly use: Configuration['use'];
  readonly unit: 'users' | 'rows';
  /** Version of the model, and the moment at which this was written down: before the measurement. */
  readonly model: string;
  readonly at: string;
}

/** Writes down what the model says of these configurations; earlier predictions of others stay. */
export function predict(configurations: readonly Configuration[]): void {
  const names = new Set(configurations.map(({ name }) => name));
  const earlier = read<{ predictions: Predicted[] }>('predictions')?.predictions ?? [];
  const made = configurations.map((configuration): Predicted => {
    const { name, use, device } = configuration;
    const unit = device ? 'rows' : 'users';
    return {
      name,
      use,
      unit,
      ...predictionOf(configuration),
      model: MODEL_VERSION,
      at: new Date().toISOString(),
    };
  });
  write('predictions', {
    predictions: [...earlier.filter(({ name }) => !names.has(name)), ...made],
  });
}
