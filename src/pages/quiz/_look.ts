import { type OutcomeOf, look as lookAhead } from '#src/quiz/ahead.ts';
import type { Look } from '#src/quiz/rater.ts';
import { makeReport } from '#src/report/make.ts';
import { GRADES } from '#src/report/report.ts';

/** Of a report: does it give below the target, the worst grade, the first to give, the repairs in their order. */
export const outcomeOf: OutcomeOf = (answers) => {
  const { risk, defects, beyond, gives, plan } = makeReport(answers);
  const grade = GRADES.find((worst) => [...defects, ...beyond].some((one) => one.grade === worst));
  return [risk >= 50, grade, gives[0]?.resource, ...plan.map(({ repair }) => repair)].join(' ');
};

/** Keeps outcomes, since the questions ahead are looked at with much the same answers. */
export function remembering(): Look {
  const known = new Map<string, string>();
  const remembered: OutcomeOf = (answers) => {
    const key = JSON.stringify(answers);
    const outcome = known.get(key) ?? outcomeOf(answers);
    known.set(key, outcome);
    return outcome;
  };
  return (answers) => lookAhead(answers, remembered);
}
