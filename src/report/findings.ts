import type { Answers } from '#src/quiz/answers.ts';
import { type EvidenceLine, type Evidences, isMeasured } from '#src/quiz/evidence.ts';
import {
  type Area,
  backendOf,
  type Question,
  type QuestionId,
  questions,
  UNKNOWN,
} from '#src/quiz/questions.ts';
import type { Provenance } from './report.ts';
import { type RepairId, repairIds, repairs } from './repairs.ts';

/** A repair that an answer calls for. */
export interface Finding {
  readonly repair: RepairId;
  readonly area: Area;
  readonly question: QuestionId;
  readonly provenance: Provenance;
  /** The places that say so, where it was found. */
  readonly lines?: readonly EvidenceLine[];
  /** Statements for the visitor's own tables that repair it, where the scan could write them. */
  readonly sql?: readonly string[] | undefined;
}

const byId = new Map<string, Question>(questions.map((question) => [question.id, question]));

/** Could the question be about this app? While the database is not known, those about any kind could. */
function applies(question: Question, answers: Answers): boolean {
  if (question.when?.(answers) ?? true) return true;
  if (backendOf(answers) !== undefined || question.area === 'app') return false;
  return ['supabase', 'postgres'].some((backend) => question.when?.({ ...answers, backend }));
}

/** The repairs that the answers call for, in the order of `repairs`; what a scan found is told as measured. A plan belongs to the connections. */
export function findings(answers: Answers, evidences: Evidences = {}): Finding[] {
  return repairIds.flatMap((repair): Finding[] => {
    const { question: id, by } = repairs[repair];
    const question = byId.get(id);
    if (!question || !applies(question, answers)) return [];
    const answer = answers[id] ?? UNKNOWN;
    if (!(by as readonly string[]).includes(answer)) return [];
    const area = question.area === 'app' ? 'connections' : question.area;
    const base = { repair, area, question: id };
    if (answer === UNKNOWN) return [{ ...base, provenance: 'assumed' }];
    const evidence = isMeasured(evidences, id, answer) ? evidences[id] : undefined;
    if (!evidence) return [{ ...base, provenance: 'told' }];
    const { lines, sql } = evidence;
    return [{ ...base, provenance: 'measured', lines, ...(sql && { sql }) }];
  });
}

/** Does the repair cost money each month? It does where it is a larger plan. */
export const isPaid = ({ question }: Finding): boolean => byId.get(question)?.area === 'app';

/** Areas in which nothing was told: every question that applies was left open. */
export function untold(answers: Answers, area: Area): boolean {
  return !questions.some(
    (question: Question) =>
      question.area === area &&
      applies(question, answers) &&
      (answers[question.id as QuestionId] ?? UNKNOWN) !== UNKNOWN,
  );
}
