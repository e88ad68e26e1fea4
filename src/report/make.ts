import type { Sample } from '#src/capacity/app.ts';
import { planOf } from '#src/capacity/constants/plans.ts';
import { draw } from '#src/capacity/draw.ts';
import { estimate } from '#src/capacity/estimate.ts';
import { MODEL_VERSION } from '#src/capacity/model.ts';
import { LOAD_RANGE, RESOURCES, type Resource } from '#src/capacity/rating.ts';
import { atOnce } from '#src/capacity/users.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { appOf, monthlyUsers } from '#src/quiz/app.ts';
import { AREAS, UNKNOWN } from '#src/quiz/questions.ts';
import { type Finding, findings, untold } from './findings.ts';
import { curve, first, type Rated, rate, repaired } from './rate.ts';
import type { Defect, Grade, PlanStep, Report } from './report.ts';
import type { RepairId } from './repairs.ts';

/** A defect in at least this many of a hundred apps changes the load; in fewer it is advisory. */
const FEW = 10;
/** "Within three times of it". */
const NEAR = 3;
/** A launch is planned for this many times today's busiest minute when nothing is said. */
const GROWTH = 10;
const TARGETS = [25, 100, 500, 2_000, 10_000] as const;

const count = (loads: readonly number[], below: number) =>
  loads.filter((load) => load < below).length;

/**
 * For each app, the load at which the parts give that these repairs would relieve, when everything
 * else is repaired; `Infinity` where the repairs relieve none.
 */
function ownLoads(without: Rated, all: Rated): number[] {
  return without.limits.map((each, i) =>
    each.reduce(
      (load, users, r) => (users < (all.limits[i]?.[r] ?? 0) && users < load ? users : load),
      Infinity,
    ),
  );
}

function gradeOf(loads: readonly number[], target: number): Defect['grade'] {
  const half = loads.length / 2;
  if (count(loads, target) >= half) return 'dangerous';
  if (count(loads, NEAR * target) >= half) return 'major';
  return count(loads, Infinity) >= FEW ? 'minor' : 'advisory';
}

/** The part that most of the apps see give because of the defect. */
function partOf(without: Rated, all: Rated): Resource | undefined {
  const own = ownLoads(without, all);
  const counts = RESOURCES.map(
    (_, r) =>
      without.limits.filter(
        (each, i) => each[r] === own[i] && (each[r] ?? 0) < (all.limits[i]?.[r] ?? 0),
      ).length,
  );
  const most = Math.max(...counts);
  return most >= FEW ? RESOURCES[counts.indexOf(most)] : undefined;
}

/** The order of repairs: each time the one that brings the apps furthest toward the target. */
function order(samples: readonly Sample[], open: readonly RepairId[], target: number): RepairId[] {
  const left = [...open];
  const done: RepairId[] = [];
  while (left.length > 1) {
    let best = 0;
    let most = -Infinity;
    left.forEach((repair, at) => {
      const { loads } = rate(repaired(samples, [...done, repair]));
      // Loads beyond the target count too, but only between repairs that bring the same up to it.
      const score = loads.reduce(
        (sum, load) => sum + 1000 * Math.log(Math.min(load, target)) + Math.log(load),
        0,
      );
      if (score > most + 1e-6) {
        most = score;
        best = at;
      }
    });
    done.push(...left.splice(best, 1));
  }
  return [...done, ...left];
}

function targetOf(answers: Answers, today: Report['today']): Report['target'] {
  if (answers.target && answers.target !== UNKNOWN) {
    return { users: Number(answers.target), provenance: 'told' };
  }
  const wished = (today?.likely ?? 50) * GROWTH;
  const users = TARGETS.find((users) => users >= wished) ?? TARGETS[TARGETS.length - 1] ?? 500;
  return { users, provenance: 'assumed' };
}

/** Users at once in today's busiest minute; nothing for an app without users, or when not known. */
function todayOf(answers: Answers): Report['today'] {
  const monthly = monthlyUsers[answers.users ?? ''];
  if (monthly === undefined) return undefined;
  return estimate(atOnce(monthly).map((users) => Math.max(1, Math.round(users))));
}

/** Rates the app that the answers describe. Pure: the same answers give the same report. */
export function makeReport(answers: Answers): Report {
  const samples = draw(appOf(answers));
  const found = findings(answers);
  const today = todayOf(answers);
  const target = targetOf(answers, today);

  const now = rate(samples);
  const load = estimate(now.loads);
  const ids = found.map((finding) => finding.repair);
  const all = rate(repaired(samples, ids));
  const without = (left: readonly Finding[]) =>
    rate(repaired(samples, ids.filter((id) => !left.some((finding) => finding.repair === id))));

  const alone = new Map(found.map((finding) => [finding.repair, without([finding])]));
  const defects = found.map((finding): Defect => {
    const rest = alone.get(finding.repair) ?? all;
    const resource = partOf(rest, all);
    return {
      ...finding,
      grade: gradeOf(ownLoads(rest, all), target.users),
      ...(resource ? { resource } : {}),
    };
  });

  const areas = AREAS.map((area) => {
    const own = found.filter((finding) => finding.area === area);
    const [only, second] = own;
    const rest = only && !second ? alone.get(only.repair) : undefined;
    const loads = only ? ownLoads(rest ?? without(own), all) : [];
    const nothingTold = untold(answers, area);
    let grade: Grade = only ? gradeOf(loads, target.users) : 'passed';
    if (nothingTold && grade !== 'dangerous' && grade !== 'major') grade = 'unchecked';
    return { area, risk: count(loads, target.users), grade };
  });

  const serious = defects.filter((defect) => defect.grade !== 'advisory').map((d) => d.repair);
  const plan: PlanStep[] = [];
  let end = now;
  const done: RepairId[] = [];
  for (const repair of order(samples, serious, target.users)) {
    done.push(repair);
    const before = estimate(end.loads).likely;
    end = rate(repaired(samples, done));
    plan.push({ repair, before, after: estimate(end.loads).likely });
  }

  const sustained = sustainedOf(samples);
  const firsts = now.limits.map(first);
  const gives = RESOURCES.map((resource, r) => ({
    resource,
    share: firsts.filter((of) => of === resource).length / samples.length,
    load: estimate(now.limits.map((each) => each[r] ?? LOAD_RANGE.max)),
  }))
    .filter(({ share, load }) => share > 0 || load.likely < LOAD_RANGE.max)
    .sort((a, b) => b.share - a.share || a.load.likely - b.load.likely);

  return {
    model: MODEL_VERSION,
    answers,
    target,
    ...(today ? { today } : {}),
    load,
    ...(sustained.likely < load.likely ? { sustained } : {}),
    repaired: estimate(end.loads),
    risk: count(now.loads, target.users),
    areas,
    gives,
    curve: { today: curve(now), repaired: curve(end) },
    defects,
    plan,
  };
}

/** The load that is left when no shared processor has burst credits any more. */
function sustainedOf(samples: readonly Sample[]) {
  return estimate(
    rate(
      samples.map((s) => ({ ...s, burst: Math.min(s.burst, planOf(s.plan).sustained) })),
    ).loads,
  );
}
