import { repairWords, type RepairWords } from './repair-words.ts';
import { type Defect, GRADES, type PlanStep, type Report } from './report.ts';

/** A defect with all that is said of it. */
export interface Told {
  readonly defect: Defect;
  /** Its place in the plan; absent when the repair brings speed or saves money only. */
  readonly step: PlanStep | undefined;
  readonly words: RepairWords;
}

/** Every defect, the gravest first; among equals in the order of the plan. */
export function gravest({ defects, plan, answers }: Report): readonly Told[] {
  const place = (repair: string) => {
    const at = plan.findIndex((step) => step.repair === repair);
    return at < 0 ? plan.length : at;
  };
  return [...defects]
    .sort(
      (a, b) =>
        GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || place(a.repair) - place(b.repair),
    )
    .map((defect) => ({
      defect,
      step: plan.find((step) => step.repair === defect.repair),
      words: repairWords(defect.repair, answers),
    }));
}
