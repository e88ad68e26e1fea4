import type { Sample } from '#src/capacity/app.ts';
import { load } from '#src/capacity/limits.ts';
import { rig } from '#src/capacity/rig.ts';
import { type Finding, isPaid } from './findings.ts';
import { mend } from './mend.ts';
import { type Rated, rate } from './rate.ts';
import { repaired, type Stage } from './stage.ts';

/** A repair in its place in the plan, and the hundred apps before and after it. */
export interface Step {
  readonly finding: Finding;
  readonly before: Rated;
  readonly after: Rated;
  /** Numbers of the apps whose load it raises, alone or with those that it needs. */
  readonly raised: readonly number[];
  /** Does it bring that only once the next step is done too? */
  readonly waits: boolean;
}

/** A repair that raises the load of fewer apps out of a hundred is advisory. */
export const FEW = 10;
/** Every fourth app decides the order; what is told of a step is told of all. */
const NTH = 4;
/** A plan that costs money each month has to bring this many times what a change of the code brings. */
const PAID = 2;

/** How far a load is on the way to the target; what lies beyond counts a thousandth. */
const worth = (users: number, target: number) =>
  Math.log(Math.min(users, target)) + Math.log(users) / 1000;

interface Member {
  readonly sample: Sample;
  readonly i: number;
}

/** The order of repairs: each time the one that brings the apps furthest toward the target. */
function order(samples: readonly Sample[], found: readonly Finding[], target: number): Finding[] {
  let members: Member[] = samples
    .map((sample, i) => ({ sample, i }))
    .filter(({ i }) => i % NTH === 0);
  const mended = ({ repair }: Finding) =>
    members.map(({ sample, i }) => ({ sample: mend[repair](sample, i), i }));
  const total = (all: readonly Member[]) =>
    all.reduce((sum, { sample }) => sum + worth(load(rig(sample)), target), 0);

  const left = [...found];
  const done: Finding[] = [];
  while (left.length > 1) {
    const base = total(members);
    let most = -1;
    let best = 0;
    left.forEach((finding, at) => {
      const gain = (total(mended(finding)) - base) / (isPaid(finding) ? PAID : 1);
      if (gain > most + 1e-9) {
        most = gain;
        best = at;
      }
    });
    for (const finding of left.splice(best, 1)) {
      members = mended(finding);
      done.push(finding);
    }
  }
  return [...done, ...left];
}

/** Numbers of the apps that bear more than they did. */
const raisedFrom = (before: Rated, loads: readonly number[]): number[] =>
  loads.flatMap((users, i) => (users > (before.loads[i] ?? 0) ? [i] : []));

/**
 * Repairs that bring nothing alone and much together: where two parts give at the same load, each hides
 * what the repair of the other brings. Those that the others do not need are left out, the last first.
 */
function together(now: Stage, idle: readonly Finding[]): readonly Finding[] {
  const raisedBy = (some: readonly Finding[]) => {
    const mended = now.samples.map((sample, i) =>
      some.reduce((app, { repair }) => mend[repair](app, i), sample),
    );
    return raisedFrom(now.rated, rate(mended).loads);
  };
  if (idle.length < 2 || raisedBy(idle).length < FEW) return [];
  const alone = new Set(idle.flatMap((finding) => raisedBy([finding])));
  const bring = (some: readonly Finding[]) =>
    raisedBy(some).filter((i) => !alone.has(i)).length >= FEW;
  if (!bring(idle)) return [];
  return idle.reduceRight((kept, finding) => {
    const fewer = kept.filter((one) => one !== finding);
    return bring(fewer) ? fewer : kept;
  }, idle);
}

/** The repairs that raise the load, in order, each tried where the earlier ones are done. */
export function steps(now: Stage, found: readonly Finding[], target: number): Step[] {
  let current = now;
  const done: Step[] = [];
  /** Does some repairs, or none of them where too few apps are helped. */
  const attempt = (...some: readonly Finding[]): boolean => {
    const stages = [current];
    for (const { repair } of some) stages.push(repaired(stages.at(-1) ?? current, repair));
    const last = stages.at(-1) ?? current;
    const raised = raisedFrom(current.rated, last.rated.loads);
    if (raised.length < FEW) return false;
    some.forEach((finding, at) => {
      const { rated: before } = stages[at] ?? current;
      const { rated: after } = stages[at + 1] ?? last;
      done.push({ finding, before, after, raised, waits: at < some.length - 1 });
    });
    current = last;
    return true;
  };
  // What brought nothing may do so once a later repair is done, so it is tried once more.
  let idle = order(now.samples, found, target).filter((finding) => !attempt(finding));
  idle = idle.filter((finding) => !attempt(finding));
  const needed = together(current, idle);
  if (needed.length > 0 && attempt(...needed)) {
    for (const finding of idle) if (!needed.includes(finding)) attempt(finding);
  }
  return done;
}
