import { connections } from './configurations/connections.ts';
import { devices } from './configurations/devices.ts';
import { loops } from './configurations/loops.ts';
import { mixed } from './configurations/mixed.ts';
import { reads } from './configurations/reads.ts';
import { rules } from './configurations/rules.ts';
import { type Configuration, configuration } from './lab/configuration.ts';

/** Everything that is predicted and driven to its break, calibration first. */
export const configurations: readonly Configuration[] = [
  ...reads,
  ...loops,
  ...connections,
  ...rules,
  ...devices,
  ...mixed,
]
  .map(configuration)
  .toSorted((a, b) => a.use.localeCompare(b.use));
