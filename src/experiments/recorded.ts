import { type Experiment, FIRST_SEED, initial, type Result } from './experiment.ts';
import { type Recording, recordingOf } from './recording.ts';
import { runAt } from './run-at.ts';

const files = import.meta.glob('/content/measurements/experiments/*.json', {
  eager: true,
  import: 'default',
});

/** What a page shows before the reader starts anything, and where it comes from. */
export interface Shown {
  readonly result: Result;
  readonly record?: Recording;
}

/** @throws {Error} when a recorded run is missing or made for other settings. */
export function shown(experiment: Experiment): Shown {
  const settings = initial(experiment);
  if (experiment.kind === 'simulation') return { result: experiment.run(settings, FIRST_SEED) };
  const file = `/content/measurements/experiments/${experiment.slug}.json`;
  const record = recordingOf(experiment, files[file]);
  const result = runAt(record, settings);
  if (!result)
    throw new Error(`${file} has no run at the initial settings. Run: ${record.command}`);
  return { result, record };
}
