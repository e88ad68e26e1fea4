import type { Answers } from './answers.ts';
import { AREAS, type Question, type QuestionId, questions } from './questions.ts';

export type Step = Question & { readonly id: QuestionId };

/** The most questions that a visitor is asked on any path. */
export const LONGEST_PATH = 12;

/** Asked when there is room after each area had one, the most telling first. */
const EXTRAS: readonly QuestionId[] = ['rules', 'requests', 'slow'];

/** The questions that fit an app with these answers. */
const fitting = (answers: Answers): readonly Step[] =>
  (questions as readonly Step[]).filter((q) => q.when?.(answers) ?? true);

/**
 * The questions that these answers lead to, in the order of the list: all that rating needs, one of
 * each area, and as many of the extras as fit into `LONGEST_PATH`.
 */
export function path(answers: Answers): readonly Step[] {
  const open = fitting(answers);
  const firstOf = AREAS.map((area) => open.find((q) => q.area === area)?.id);
  const asked = new Set<string | undefined>([
    ...open.filter((q) => q.area === 'app').map((q) => q.id),
    ...firstOf,
  ]);
  for (const id of EXTRAS) {
    if (asked.size < LONGEST_PATH && open.some((q) => q.id === id)) asked.add(id);
  }
  return open.filter((q) => asked.has(q.id));
}

/** Every question that fits, in the order of asking: the path, then what takes a skipped one's place. */
export function order(answers: Answers): readonly Step[] {
  const first = path(answers);
  const rest = fitting(answers).filter((q) => !first.includes(q));
  return [...first, ...rest.sort((a, b) => EXTRAS.indexOf(a.id) - EXTRAS.indexOf(b.id))];
}

/** The same answers without those to questions that do not fit the app. */
export function onPath(answers: Answers): Answers {
  const ids = new Set<string>(fitting(answers).map((q) => q.id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id))) as Answers;
}
