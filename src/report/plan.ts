import type { Sample } from '#src/capacity/app.ts';
import { load } from '#src/capacity/limits.ts';
import { rig } from '#src/capacity/rig.ts';
import { type Finding, isPaid } from './findings.ts';
import { mend } from './mend.ts';
import { type Rated, rate } from './rate.ts';

/** A repair in its place in the plan, and the hundred apps before and after it. */
export interface Step {
  readonly finding: Finding;
  readonly before: Rated;
  readonly after: Rated;
  /** Numbers of the apps whose load it raises. */
  readonly raised: readonly number[];
}

/** A repair that raises the load of fewer apps out of a hundred is advisory. */
const FEW = 10;
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

/**
 * Where slow calls fill a pool, a quicker screen lets users come back sooner and can cost a few
 * percent; that is no reason to leave a repair, so it does not count as a loss.
 */
const atLeast = (before: Rated, after: Rated): Rated => ({
  ...after,
  loads: after.loads.map((users, i) => Math.max(users, before.loads[i] ?? users)),
});

/** The repairs that raise the load, in order, each tried where the earlier ones are done. */
export function steps(
  samples: readonly Sample[],
  now: Rated,
  found: readonly Finding[],
  target: number,
): Step[] {
  let current = samples;
  let before = now;
  const done: Step[] = [];
  const attempt = (finding: Finding): boolean => {
    const next = current.map((sample, i) => mend[finding.repair](sample, i));
    const after = atLeast(before, rate(next));
    const raised = after.loads.flatMap((users, i) => (users > (before.loads[i] ?? 0) ? [i] : []));
    if (raised.length < FEW) return false;
    done.push({ finding, before, after, raised });
    current = next;
    before = after;
    return true;
  };
  // What brought nothing may do so once a later repair is done, so it is tried once more.
  const idle = order(samples, found, target).filter((finding) => !attempt(finding));
  for (const finding of idle) attempt(finding);
  return done;
}
