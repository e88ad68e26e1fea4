import { allRowsOrAPage } from './all-rows-or-a-page.ts';
import type { Experiment } from './experiment.ts';
import { indexOrNone } from './index-or-none.ts';
import { offsetOrKeyset } from './offset-or-keyset.ts';
import { oneRequestOrMany } from './one-request-or-many.ts';
import { rulesOnce } from './rules-once.ts';

/** Every experiment, in the order of the bench. */
export const experiments: readonly Experiment[] = [
  indexOrNone,
  rulesOnce,
  oneRequestOrMany,
  allRowsOrAPage,
  offsetOrKeyset,
];

/** @throws {Error} that lists the names there are. */
export function experimentNamed(slug: string): Experiment {
  const found = experiments.find((experiment) => experiment.slug === slug);
  if (found) return found;
  const names = experiments.map((experiment) => experiment.slug).join(', ');
  throw new Error(`There is no experiment “${slug}”. Choose one of: ${names}`);
}
