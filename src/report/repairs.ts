import type { AnswerTo, QuestionId } from '#src/quiz/questions.ts';

/** A repair is raised by an answer to one question; both have to exist or this does not compile. */
type Raised = { [Id in QuestionId]: { readonly question: Id; readonly by: readonly AnswerTo<Id>[] } }[QuestionId];

/** Every repair that the report can propose, and the answers that raise it. */
export const repairs = {
  'page-on-server': { question: 'list', by: ['own', 'all', 'unknown'] },
  'add-indexes': { question: 'indexes', by: ['some', 'no', 'unknown'] },
  'rules-once': { question: 'rules', by: ['row', 'join', 'off', 'unknown'] },
  'join-requests': { question: 'requests', by: ['many', 'each', 'unknown'] },
  'shared-cache': { question: 'cache', by: ['database', 'browser', 'unknown'] },
  'use-cdn': { question: 'delivery', by: ['large', 'server', 'unknown'] },
  'pool-connections': { question: 'connection', by: ['each', 'unknown'] },
  'move-to-background': { question: 'slow', by: ['short', 'long', 'unknown'] },
  'narrow-live': { question: 'live', by: ['table', 'poll', 'unknown'] },
  'bigger-plan': { question: 'supabasePlan', by: ['free', 'micro', 'small', 'medium', 'unknown'] },
} as const satisfies Record<string, Raised>;

export type RepairId = keyof typeof repairs;
