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
 * The cheapest set of the plan's repairs with which half of the apps or more bear the target: none
 * where it is borne today, nothing where all of them together do not reach it. Sets are tried in the
 * order of the plan, each from the one before it; those whose work alone costs more than the best
 * are left out.
 */
export function cheapest(report: Report): readonly RepairId[] | undefined {
  const target = report.target.users;
  const plan = chosen(report);
  let best: Best | undefined;

  const search = (stage: Stage, done: readonly RepairId[], from: number): void => {
    const work = workOf(done);
    if (best && middle(work) >= best.cost) return;
    if (estimate(stage.rated.loads).likely >= target) {
      const cost = firstYear(work, monthlyOf(stage, target));
      if (!best || cost < best.cost) best = { repairs: done, cost };
    }
    plan.slice(from).forEach((repair, at) => {
      if (best && middle(workOf([...done, repair])) >= best.cost) return;
      search(repaired(stage, repair), [...done, repair], from + at + 1);
    });
  };

  if (report.repaired.likely >= target) search(asTheyAre(report.answers), [], 0);
  return best?.repairs;
}
