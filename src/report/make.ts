import type { Sample } from '#src/capacity/app.ts';
import { planOf } from '#src/capacity/constants/plans.ts';
import { estimate } from '#src/capacity/estimate.ts';
import { load } from '#src/capacity/limits.ts';
import { MODEL_VERSION } from '#src/capacity/model.ts';
import { type Estimate, LOAD_RANGE, RESOURCES, type Resource } from '#src/capacity/rating.ts';
import { rig } from '#src/capacity/rig.ts';
import { atOnce } from '#src/capacity/users.ts';
import type { Answers } from '#src/quiz/answers.ts';
import type { Evidences } from '#src/quiz/evidence.ts';
import { monthlyUsers } from '#src/quiz/app.ts';
import { AREAS, UNKNOWN } from '#src/quiz/questions.ts';
import { beyondRepair, type Left } from './beyond.ts';
import { type Finding, findings, untold } from './findings.ts';
import { gradeAt } from './grade.ts';
import { type Step, steps } from './plan.ts';
import { curve, first, type Rated } from './rate.ts';
import { type Defect, GRADES, type Grade, type Report } from './report.ts';
import { asTheyAre } from './stage.ts';

/** Users at once for which a launch is planned when nothing is said: this many times today's. */
const GROWTH = 10;
const TARGETS = [25, 100, 500, 2_000, 10_000] as const;
/** Planned for when there is no today either. */
const USUAL_TARGET = 500;

/** How many of the hundred apps give below the target. */
export const below = (loads: readonly number[], target: number) =>
  loads.reduce((count, users) => (users < target ? count + 1 : count), 0);

/** Users at once in today's busiest minute; nothing for an app without users, or when not known. */
function todayOf(answers: Answers): Estimate | undefined {
  const monthly = monthlyUsers[answers.users ?? ''];
  if (monthly === undefined) return undefined;
  return estimate(atOnce(monthly).map((users) => Math.max(1, Math.round(users))));
}

function targetOf(answers: Answers, today: Estimate | undefined): Report['target'] {
  if (answers.target && answers.target !== UNKNOWN) {
    return { users: Number(answers.target), provenance: 'told' };
  }
  const wished = today ? today.likely * GROWTH : USUAL_TARGET;
  return { users: TARGETS.find((users) => users >= wished) ?? 10_000, provenance: 'assumed' };
}

const timesIn = (firsts: readonly (Resource | undefined)[], resource: Resource) =>
  firsts.reduce((count, of) => (of === resource ? count + 1 : count), 0);

/** The part that gives first in most of the apps that the repair helps. */
function relieved({ before, raised }: Step): Resource | undefined {
  const firsts = raised.map((i) => first(before.limits[i] ?? []));
  const counts = RESOURCES.map((resource) => timesIn(firsts, resource));
  return RESOURCES[counts.indexOf(Math.max(...counts))];
}

function defectOf(finding: Finding, step: Step | undefined, target: number): Defect {
  const resource = step && relieved(step);
  // Its grade is that of the load at which the app gives until it is done.
  const grade = step ? gradeAt(step.before, target) : 'advisory';
  return { ...finding, grade, ...(resource ? { resource } : {}) };
}

/** Apps, of a hundred, that give below the target until the repairs of an area are done, or in spite of them. */
function areaRisk(own: readonly Step[], left: readonly Left[], target: number): number {
  const until = own.flatMap(({ before, raised }) =>
    raised.filter((i) => (before.loads[i] ?? 0) < target),
  );
  return new Set([...until, ...left.flatMap(({ apps }) => apps)]).size;
}

function areasOf(
  answers: Answers,
  defects: readonly Defect[],
  plan: readonly Step[],
  beyond: readonly Left[],
  target: number,
): Report['areas'] {
  return AREAS.map((area) => {
    const left = beyond.filter((one) => one.area === area);
    const own = defects.filter((defect) => defect.area === area);
    const grades = [...own, ...left].map(({ grade }) => grade);
    const worst: Grade = GRADES.find((grade) => (grades as Grade[]).includes(grade)) ?? 'passed';
    const open = (worst === 'advisory' || worst === 'passed') && untold(answers, area);
    return {
      area,
      risk: areaRisk(
        plan.filter(({ finding }) => finding.area === area),
        left,
        target,
      ),
      grade: open ? 'unchecked' : worst,
    };
  });
}

/** The parts in the order in which they give. */
export function givesOf({ limits }: Rated): Report['gives'] {
  const firsts = limits.map(first);
  return RESOURCES.map((resource, r) => ({
    resource,
    share: timesIn(firsts, resource) / limits.length,
    load: estimate(limits.map((each) => each[r] ?? LOAD_RANGE.max)),
  }))
    .filter(({ share, load: { likely } }) => share > 0 || likely < LOAD_RANGE.max)
    .sort((a, b) => b.share - a.share || a.load.likely - b.load.likely);
}

/** The load that is left when no shared processor has burst credits any more. */
function sustainedOf(samples: readonly Sample[]): Estimate {
  return estimate(
    samples.map((sample) =>
      load(rig({ ...sample, burst: Math.min(sample.burst, planOf(sample.plan).sustained) })),
    ),
  );
}

/**
 * Rates the app that the answers describe. Pure: the same answers give the same report; evidence only
 * changes where they are said to come from.
 */
export function makeReport(answers: Answers, evidences: Evidences = {}): Report {
  const stage = asTheyAre(answers);
  const now = stage.rated;
  const today = todayOf(answers);
  const target = targetOf(answers, today);
  const found = findings(answers, evidences);
  const plan = steps(stage, found, target.users);
  const end = plan[plan.length - 1]?.after ?? now;
  const defects = found.map((finding) =>
    defectOf(
      finding,
      plan.find((step) => step.finding === finding),
      target.users,
    ),
  );
  const beyond = beyondRepair(end, target.users);
  const rating = estimate(now.loads);
  const sustained = sustainedOf(stage.samples);
  return {
    model: MODEL_VERSION,
    answers,
    target,
    ...(today ? { today } : {}),
    load: rating,
    ...(sustained.likely < rating.likely ? { sustained } : {}),
    repaired: estimate(end.loads),
    risk: below(now.loads, target.users),
    areas: areasOf(answers, defects, plan, beyond, target.users),
    gives: givesOf(now),
    curve: { today: curve(now), repaired: curve(end) },
    defects,
    plan: plan.map(({ finding, before, after, raised, waits }) => ({
      repair: finding.repair,
      before: estimate(before.loads).likely,
      after: estimate(after.loads).likely,
      helps: raised.length,
      ...(waits && { waits }),
    })),
    beyond: beyond.map(({ apps: _, ...told }) => told),
  };
}
