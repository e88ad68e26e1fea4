/** In which order the parts of an app give when each time what gives is repaired. Pure. */
import { estimate } from '#src/capacity/estimate.ts';
import type { Resource } from '#src/capacity/rating.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { below, givesOf, makeReport } from '#src/report/make.ts';
import type { RepairId } from '#src/report/repairs.ts';
import { asTheyAre, repaired, type Stage } from '#src/report/stage.ts';

/** The crowds of whom the articles speak: users at once. */
export const CROWDS = [100, 1_000, 10_000] as const;
const LARGEST = 10_000;

/** A part that gives, what is wrong with it, and what its repair brings. */
interface Give {
  /** Users at once at which the app gives, in the middle of the hundred. */
  readonly at: number;
  readonly part: Resource | undefined;
  readonly repair: RepairId;
  /** Users at once that it holds when this is repaired too, and how many of the hundred that helps. */
  readonly after: number;
  readonly helps: number;
}

interface Order {
  /** Version of the model that computed it. */
  readonly model: string;
  readonly gives: readonly Give[];
  /** With all of these repaired: users at once, and the part that gives then. */
  readonly end: { readonly at: number; readonly part: Resource | undefined };
}

const stageWith = (answers: Answers, repairs: readonly RepairId[]): Stage =>
  repairs.reduce(repaired, asTheyAre(answers));

/**
 * The order of failure of an app with these answers: the plan of its report, read as a story, until
 * the largest crowd is borne.
 */
export function orderOf(answers: Answers): Order {
  const { model, plan, defects } = makeReport(answers);
  const gives = plan
    .filter(({ before }) => before < LARGEST)
    .map(({ repair, before, after, helps }) => ({
      at: before,
      part: defects.find((defect) => defect.repair === repair)?.resource,
      repair,
      after,
      helps,
    }));
  const { rated } = stageWith(
    answers,
    gives.map(({ repair }) => repair),
  );
  return {
    model,
    gives,
    end: { at: estimate(rated.loads).likely, part: givesOf(rated)[0]?.resource },
  };
}

/** The repairs of that story. */
export const repairsOf = (answers: Answers): RepairId[] =>
  orderOf(answers).gives.map(({ repair }) => repair);

/** Of a hundred apps with these answers, how many give below each crowd, with some repairs done. */
export function broken(answers: Answers, repairs: readonly RepairId[] = []): number[] {
  const { loads } = stageWith(answers, repairs).rated;
  return CROWDS.map((crowd) => below(loads, crowd));
}
