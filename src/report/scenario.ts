import { monthlyCost } from '#src/capacity/cost.ts';
import { estimate } from '#src/capacity/estimate.ts';
import type { Estimate } from '#src/capacity/rating.ts';
import { type Work, workOf } from './cost.ts';
import { below, givesOf } from './make.ts';
import { curve } from './rate.ts';
import type { RepairId } from './repairs.ts';
import type { CurvePoint, Report } from './report.ts';
import { asTheyAre, repaired, type Stage } from './stage.ts';

/** The app with some of the repairs done: from the same hundred apps as the report. */
export interface Scenario {
  /** Done ones, in the order of the plan. */
  readonly repairs: readonly RepairId[];
  readonly load: Estimate;
  /** Of a hundred apps with these answers, how many give below the target. */
  readonly risk: number;
  readonly gives: Report['gives'];
  readonly curve: readonly CurvePoint[];
  readonly work: Work;
  /** US dollars a month for the plan and what goes beyond it, at the load that is planned for. */
  readonly monthly: Estimate;
}

/** The repairs of the plan that are among `wished`, in its order; without a wish all of them. */
export const chosen = ({ plan }: Report, wished?: readonly RepairId[]): readonly RepairId[] =>
  plan.map(({ repair }) => repair).filter((repair) => wished?.includes(repair) ?? true);

/** Dollars a month of the hundred apps at the load that is planned for. */
export const monthlyOf = ({ samples }: Stage, target: number): Estimate =>
  estimate(samples.map((sample) => monthlyCost(sample, target)));

/** What the app bears and costs once the `wished` repairs of the plan are done. */
export function scenarioOf(report: Report, wished?: readonly RepairId[]): Scenario {
  const target = report.target.users;
  const repairs = chosen(report, wished);
  const stage = repairs.reduce(repaired, asTheyAre(report.answers));
  return {
    repairs,
    load: estimate(stage.rated.loads),
    risk: below(stage.rated.loads, target),
    gives: givesOf(stage.rated),
    curve: curve(stage.rated),
    work: workOf(repairs),
    monthly: monthlyOf(stage, target),
  };
}
