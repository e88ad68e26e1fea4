import { allRowsOrAPage } from './all-rows-or-a-page.ts';
import { cacheLifetime } from './cache-lifetime.ts';
import { coldStarts } from './cold-starts.ts';
import { distance } from './distance.ts';
import type { Experiment } from './experiment.ts';
import { indexOrNone } from './index-or-none.ts';
import { offsetOrKeyset } from './offset-or-keyset.ts';
import { oneRequestOrMany } from './one-request-or-many.ts';
import { rulesOnce } from './rules-once.ts';
import { slotsAndPool } from './slots-and-pool.ts';

/** Every experiment, in the order of the bench. */
export const experiments: readonly Experiment[] = [
  indexOrNone,
  rulesOnce,
  oneRequestOrMany,
  allRowsOrAPage,
  offsetOrKeyset,
  slotsAndPool,
  cacheLifetime,
  distance,
  coldStarts,
];

/** @throws {Error} that lists the names there are. */
export function experimentNamed(slug: string): Experiment {
  const found = experiments.find((experiment) => experiment.slug === slug);
  if (found) return found;
  const names = experiments.map((experiment) => experiment.slug).join(', ');
  throw new Error(`There is no experiment “${slug}”. Choose one of: ${names}`);
}
