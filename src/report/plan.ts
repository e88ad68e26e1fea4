import type { Sample } from '#src/capacity/app.ts';
import { load } from '#src/capacity/limits.ts';
import { rig } from '#src/capacity/rig.ts';
import { type Finding, isPaid } from './findings.ts';
import { mend } from './mend.ts';
import type { Rated } from './rate.ts';
import { repaired, type Stage } from './stage.ts';

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

/** The repairs that raise the load, in order, each tried where the earlier ones are done. */
export function steps(now: Stage, found: readonly Finding[], target: number): Step[] {
  let current = now;
  const done: Step[] = [];
  const attempt = (finding: Finding): boolean => {
    const before = current.rated;
    const next = repaired(current, finding.repair);
    const raised = next.rated.loads.flatMap((users, i) =>
      users > (before.loads[i] ?? 0) ? [i] : [],
    );
    if (raised.length < FEW) return false;
    done.push({ finding, before, after: next.rated, raised });
    current = next;
    return true;
  };
  // What brought nothing may do so once a later repair is done, so it is tried once more.
  const idle = order(now.samples, found, target).filter((finding) => !attempt(finding));
  for (const finding of idle) attempt(finding);
  return done;
}
