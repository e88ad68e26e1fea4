import { draw } from '#src/capacity/draw.ts';
import { estimate } from '#src/capacity/estimate.ts';
import { breaks } from '#src/capacity/limits.ts';
import { type Estimate, RESOURCES, type Resource, SLOW_SECONDS } from '#src/capacity/rating.ts';
import { rig } from '#src/capacity/rig.ts';
import { described } from './described.ts';
import type { Configuration } from './lab/configuration.ts';
import { mostOf } from './percentile.ts';

/** What the model says of a configuration: users (or rows) at which it gives, and what gives first. */
export interface Prediction extends Estimate {
  readonly first: Resource;
}

function firstOf(limits: readonly number[]): Resource {
  const place = limits.indexOf(Math.min(...limits));
  const first = RESOURCES[place];
  if (first === undefined) throw new Error('No resource gives.');
  return first;
}

function ofUsers(configuration: Configuration): Prediction {
  const all = draw(described(configuration)).map((sample) => breaks(rig(sample)));
  return {
    ...estimate(all.map((limits) => Math.max(1, Math.min(...limits)))),
    first: mostOf(all.map(firstOf)),
  };
}

/** Rows at which the given share of the samples is too slow for a single visitor. */
function rowsAt(configuration: Configuration, share: number): number {
  let [low, high] = [1, 1e8];
  while (high / low > 1.001) {
    const rows = Math.sqrt(low * high);
    const slow = draw(described(configuration, rows)).filter(
      (sample) => rig(sample).alone > SLOW_SECONDS,
    );
    if (slow.length >= share * 100) high = rows;
    else low = rows;
  }
  return high;
}

function ofRows(configuration: Configuration): Prediction {
  const likely = rowsAt(configuration, 0.5);
  const longest = draw(described(configuration, likely)).map((sample) => rig(sample).longest);
  return {
    low: rowsAt(configuration, 0.1),
    likely,
    high: rowsAt(configuration, 0.9),
    first: mostOf(longest),
  };
}

export const predictionOf = (configuration: Configuration): Prediction =>
  configuration.device ? ofRows(configuration) : ofUsers(configuration);
