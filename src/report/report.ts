import type { Estimate, Resource } from '#src/capacity/rating.ts';
import type { Answers } from '#src/quiz/answers.ts';
import type { EvidenceLine } from '#src/quiz/evidence.ts';
import type { Area, QuestionId } from '#src/quiz/questions.ts';
import type { RepairId } from './repairs.ts';

/**
 * Defect grades after vehicle inspection, read off the hundred apps that fit the answers. dangerous:
 * in at least half of them it gives below the load that the visitor plans for · major: within three
 * times of it · minor: gives later, or in fewer of them · advisory: costs speed or money, not
 * capacity · passed: looked at and fine · unchecked: nobody could say.
 */
export const GRADES = ['dangerous', 'major', 'minor', 'advisory', 'passed', 'unchecked'] as const;
export type Grade = (typeof GRADES)[number];

/** Where an answer comes from: said by the visitor, found in her code or database, or our usual range. */
export type Provenance = 'told' | 'measured' | 'assumed';

export interface Defect {
  readonly repair: RepairId;
  readonly area: Area;
  readonly grade: Exclude<Grade, 'passed' | 'unchecked'>;
  /** The question whose answer raised it, and where that answer comes from. */
  readonly question: QuestionId;
  readonly provenance: Provenance;
  /** The places in the visitor's code or database that say so, where it was found. */
  readonly lines?: readonly EvidenceLine[];
  /** Statements for the visitor's own tables that repair it, where the scan could write them. */
  readonly sql?: readonly string[] | undefined;
  /** What gives because of it; absent where it costs speed or money only. */
  readonly resource?: Resource;
}

/** What gives below the target although every repair of the plan is done, area by area. */
export interface Beyond {
  readonly area: Area;
  /** The part that gives first in most of these apps. */
  readonly resource: Resource;
  /** Of a hundred apps with these answers, how many. */
  readonly breaks: number;
  readonly grade: Exclude<Defect['grade'], 'advisory'>;
}

/** One repair of the plan, in the order in which to do them. */
export interface PlanStep {
  readonly repair: RepairId;
  /** Rated load (users at once, median) before this repair and after it, earlier ones done. */
  readonly before: number;
  readonly after: number;
  /** Of a hundred apps with these answers, how many it helps at this place of the plan. */
  readonly helps: number;
  /** Set where it brings that only together with the next one. */
  readonly waits?: true;
}

/** The 95th percentile of the time that a screen takes, in seconds, at a number of users at once. */
export interface CurvePoint {
  readonly users: number;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface Report {
  /** Version of the capacity model that computed it. */
  readonly model: string;
  readonly answers: Answers;
  /** Users at once that the visitor plans for; `assumed` when she could not say. */
  readonly target: { readonly users: number; readonly provenance: Provenance };
  /** Users at once in today's busiest minute; absent when the app has no users yet. */
  readonly today?: Estimate;
  readonly load: Estimate;
  /**
   * Rated load once the burst credits of a shared processor are used up; absent where the plan has
   * none or the processor is not what gives.
   */
  readonly sustained?: Estimate;
  /** Rated load when every repair of the plan is done. */
  readonly repaired: Estimate;
  /** Of a hundred apps with these answers, how many give below the target. 0–100. */
  readonly risk: number;
  /**
   * The same of each area: of a hundred, how many its own defects bring below the target, others repaired,
   * and how many give there whatever is repaired. Each app of the risk counts in one area at least.
   */
  readonly areas: readonly { readonly area: Area; readonly risk: number; readonly grade: Grade }[];
  /** The first to give, in order: share of the samples in which it is the first, load at which it gives. */
  readonly gives: readonly {
    readonly resource: Resource;
    readonly share: number;
    readonly load: Estimate;
  }[];
  readonly curve: {
    readonly today: readonly CurvePoint[];
    readonly repaired: readonly CurvePoint[];
  };
  readonly defects: readonly Defect[];
  readonly plan: readonly PlanStep[];
  /** What no repair mends, the most frequent first. */
  readonly beyond: readonly Beyond[];
}
