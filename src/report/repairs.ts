import type { AnswerTo, QuestionId } from '#src/quiz/questions.ts';

/** A repair is raised by an answer to one question; both have to exist or this does not compile. */
type Raised = {
  [Id in QuestionId]: { readonly question: Id; readonly by: readonly AnswerTo<Id>[] };
}[QuestionId];

/**
 * Every repair that the report can propose, and the answers that raise it. Of two that bring the
 * same, the one that stands first here comes first in the plan: changes of the code before a plan
 * that costs money each month.
 */
export const repairs = {
  'page-on-server': { question: 'list', by: ['own', 'all', 'unknown'] },
  'add-indexes': { question: 'indexes', by: ['some', 'no', 'unknown'] },
  'rules-once': { question: 'rules', by: ['row', 'join', 'off', 'unknown'] },
  'join-requests': { question: 'requests', by: ['many', 'each', 'unknown'] },
  'pool-connections': { question: 'connection', by: ['each', 'unknown'] },
  'shared-cache': { question: 'cache', by: ['database', 'browser', 'unknown'] },
  'narrow-live': { question: 'live', by: ['table', 'poll', 'unknown'] },
  'move-to-background': { question: 'slow', by: ['short', 'long', 'unknown'] },
  'use-cdn': { question: 'delivery', by: ['large', 'server', 'unknown'] },
  'bigger-plan': { question: 'supabasePlan', by: ['free', 'micro', 'small', 'medium', 'unknown'] },
  'bigger-server': { question: 'postgresPlan', by: ['tiny', 'small', 'unknown'] },
  'pay-as-you-go': { question: 'firebasePlan', by: ['spark', 'unknown'] },
  'more-workload': { question: 'bubblePlan', by: ['free', 'starter', 'growth', 'team', 'unknown'] },
} as const satisfies Record<string, Raised>;

export type RepairId = keyof typeof repairs;

export const repairIds = Object.keys(repairs) as RepairId[];
