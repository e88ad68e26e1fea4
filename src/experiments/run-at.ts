import { keyOf, type Result, type Settings } from './experiment.ts';
import type { Recording } from './recording.ts';

/** The recorded run at these settings, if there is one. */
export function runAt(recording: Recording, settings: Settings): Result | undefined {
  const run = recording.runs.find((one) => keyOf(one.settings) === keyOf(settings));
  return run && { values: run.values, ...(run.plans && { plans: run.plans }) };
}
