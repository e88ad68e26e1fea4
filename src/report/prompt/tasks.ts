import type { Answers } from '#src/quiz/answers.ts';
import { backendOf } from '#src/quiz/questions.ts';
import type { RepairId } from '../repairs.ts';
import { codeTasks } from './code-tasks.ts';
import { dataTasks } from './data-tasks.ts';
import { planTasks } from './plan-tasks.ts';

/** What to do, by where the data lives; `any` where that is not known or makes no difference. */
export type Tasks = {
  readonly any: readonly string[];
} & { readonly [Backend in NonNullable<ReturnType<typeof backendOf>>]?: readonly string[] };

/** Kinds of a repair that ask for other work. */
export type TaskId = RepairId | 'rules-join' | 'rules-off' | 'ask-less' | 'small-pictures';

const all: Readonly<Record<TaskId, Tasks>> = { ...codeTasks, ...dataTasks, ...planTasks };

function kindOf(repair: RepairId, { rules, live, delivery }: Answers): TaskId {
  if (repair === 'rules-once' && rules === 'join') return 'rules-join';
  if (repair === 'rules-once' && rules === 'off') return 'rules-off';
  if (repair === 'narrow-live' && live === 'poll') return 'ask-less';
  if (repair === 'use-cdn' && delivery === 'large') return 'small-pictures';
  return repair;
}

/** The steps of a repair for the tool that builds the app, in the words of its platform. */
export function tasks(repair: RepairId, answers: Answers): readonly string[] {
  const fit = all[kindOf(repair, answers)];
  const backend = backendOf(answers);
  return (backend && fit[backend]) ?? fit.any;
}
