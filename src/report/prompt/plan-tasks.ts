/** Larger plans: nothing for the tool to change but what has to bear the change. */
import type { TaskId, Tasks } from './tasks.ts';

const RESTART =
  'Check that the app bears a database that is away for two minutes: a request that fails is tried once more, and the visitor sees a sentence, not an empty page.';

export const planTasks = {
  'bigger-plan': {
    any: [
      'Do not change the size of the database yourself; I do that in Supabase under Project settings, Compute and disk.',
      RESTART,
      'Tell me which figures of the dashboard show, a day later, whether the larger size is used.',
    ],
  },
  'bigger-server': {
    any: [
      'Do not change the size of the database yourself; I do that at the provider.',
      RESTART,
      'Say whether the number of connections of our pool should change with the larger size, and to which.',
    ],
  },
  'pay-as-you-go': {
    any: [
      'Do not change the plan yourself; I do that in the Firebase console.',
      'List the reads and writes that each screen makes, with file and line, so that I know what the bill will hold.',
      'Find reads that repeat without need, and listeners that are never ended.',
    ],
  },
  'more-workload': {
    any: [
      'Do not change the plan yourself; I do that under Settings, App plan.',
      'List the searches and workflows that use most workload units, from the app metrics, and what each page uses when it is opened once.',
      'Say which of them can be narrowed or saved, before more units are bought.',
    ],
  },
} as const satisfies Partial<Record<TaskId, Tasks>>;
