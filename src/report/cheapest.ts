import { estimate } from '#src/capacity/estimate.ts';
import type { Estimate } from '#src/capacity/rating.ts';
import { middle, type Work, workOf } from './cost.ts';
import type { RepairId } from './repairs.ts';
import type { Report } from './report.ts';
import { chosen, monthlyOf } from './scenario.ts';
import { asTheyAre, repaired, type Stage } from './stage.ts';

/** Months of the app's plan that are weighed against the work that would spare them. */
const MONTHS = 12;

/**
 * What a set of repairs costs in its first year: the middle of the work's price, and twelve months
 * of the plan. A dollar counts as one of the site's currency; the ranges are wider than the difference.
 */
export const firstYear = (work: Work, monthly: Estimate): number =>
  middle(work) + MONTHS * monthly.likely;

interface Best {
  readonly repairs: readonly RepairId[];
  readonly cost: number;
}

/**
 * Looks for the cheapest set: each in the order of the plan, from the one before it. Those whose work
 * alone costs more than the best so far are left out. Pauses after each rating.
 */
function* search(report: Report): Generator<undefined, readonly RepairId[] | undefined> {
  const target = report.target.users;
  if (report.repaired.likely < target) return undefined;
  const plan = chosen(report);
  let best: Best | undefined;
  const tooDear = (done: readonly RepairId[]) =>
    best !== undefined && middle(workOf(done)) >= best.cost;

  function* from(stage: Stage, done: readonly RepairId[], next: number): Generator<undefined> {
    if (estimate(stage.rated.loads).likely >= target) {
      const cost = firstYear(workOf(done), monthlyOf(stage, target));
      if (!best || cost < best.cost) best = { repairs: done, cost };
    }
    for (const [at, repair] of plan.entries()) {
      const more = [...done, repair];
      if (at < next || tooDear(more)) continue;
      yield;
      yield* from(repaired(stage, repair), more, at + 1);
    }
  }

  yield* from(asTheyAre(report.answers), [], 0);
  return best?.repairs;
}

/**
 * The cheapest set of the plan's repairs with which half of the apps or more bear the target: none
 * where it is borne today, nothing where all of them together do not reach it.
 */
export function cheapest(report: Report): readonly RepairId[] | undefined {
  const steps = search(report);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Ratings at one go: on a slow phone about a frame's worth. */
const SLICE = 8;

/** The same, with a pause after every few ratings, so that the page stays at hand meanwhile. */
export async function cheapestInSlices(
  report: Report,
  pause: () => Promise<void>,
): Promise<readonly RepairId[] | undefined> {
  const steps = search(report);
  let step = steps.next();
  for (let count = 1; !step.done; count += 1) {
    if (count % SLICE === 0) await pause();
    step = steps.next();
  }
  return step.value;
}
