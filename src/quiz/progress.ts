import type { Ahead } from './ahead.ts';
import type { Answers } from './answers.ts';
import { type Evidences, isMeasured } from './evidence.ts';
import { LONGEST_PATH, order, path, type Step } from './path.ts';
import type { Area, QuestionId } from './questions.ts';

/** What the visitor looks at: a question, or all her answers. */
export type Place = QuestionId | 'summary';

/** What is known ahead of these answers; nothing while it is still being worked out. */
type Known = Ahead | undefined;

/** The areas in words, as they stand over a question. */
export const areaNames: Readonly<Record<Area | 'app', string>> = {
  app: 'Your app',
  logic: 'Logic',
  data: 'Data access',
  caching: 'Caching',
  delivery: 'Delivery',
  connections: 'Connections',
  growth: 'Growth',
};

/** The first question of the path without an answer; undefined when all have one. */
export function firstOpen(answers: Answers): Step | undefined {
  return path(answers).find((step) => answers[step.id] === undefined);
}

/**
 * The question to ask next: the one that is due, or the next of the path where nobody knows yet; none
 * after `LONGEST_PATH` of them, of which those do not count that her code or load test answered.
 */
function dueOf(answers: Answers, known: Known, found: Evidences): QuestionId | undefined {
  const asked = order(answers).filter(
    ({ id }) => answers[id] !== undefined && !isMeasured(found, id, answers[id]),
  );
  if (asked.length >= LONGEST_PATH) return undefined;
  return known ? known.due : firstOpen(answers)?.id;
}

/** Questions that she has seen or will see next, in the order of asking. */
const walk = (answers: Answers, also: readonly unknown[]): QuestionId[] =>
  order(answers)
    .filter(({ id }) => answers[id] !== undefined || also.includes(id))
    .map(({ id }) => id);

/**
 * Where to go on: to the question that is due, or the summary. From a question that had its answer
 * already, looked at on the way back, to the one after it.
 */
export function placeAfter(
  answers: Answers,
  place: Place,
  known: Known,
  again = false,
  found: Evidences = {},
): Place {
  const due = dueOf(answers, known, found);
  if (!again) return due ?? 'summary';
  const ids = walk(answers, [place, due]);
  const at = ids.indexOf(place as QuestionId);
  return (at < 0 ? undefined : ids[at + 1]) ?? due ?? 'summary';
}

/** The question before `place`; undefined at the first one. */
export function placeBefore(answers: Answers, place: Place): Place | undefined {
  const ids = walk(answers, [place]);
  return ids[(place === 'summary' ? ids.length : ids.indexOf(place)) - 1];
}

/**
 * `place` where it fits the app, and the summary once the app is known; otherwise the first open
 * question of the path, or the summary.
 */
export function reachable(answers: Answers, place: unknown): Place {
  const open = firstOpen(answers)?.id ?? 'summary';
  if (place === 'summary') return open === 'builder' || open === 'backend' ? open : 'summary';
  return order(answers).find((step) => step.id === place)?.id ?? open;
}

/** "Question `at` of `total`", counted from 1; the total is the most that it can become. */
export function countOf(answers: Answers, place: Place, known: Known) {
  const ids = walk(answers, [place]);
  const left = order(answers).filter(
    ({ id }) => !ids.includes(id) && !known?.needless.includes(id),
  ).length;
  return {
    at: ids.indexOf(place as QuestionId) + 1,
    total: Math.max(ids.length, Math.min(LONGEST_PATH, ids.length + left)),
  };
}

/** The questions just before `place`, or at the end, that no answer makes worth asking. */
export function skippedBefore(answers: Answers, place: Place, known: Known): readonly Step[] {
  const steps = order(answers);
  const at = place === 'summary' ? steps.length : steps.findIndex(({ id }) => id === place);
  const asked = steps.findLastIndex(({ id }, i) => i < at && answers[id] !== undefined);
  return steps.slice(asked + 1, Math.max(at, 0)).filter(({ id }) => known?.needless.includes(id));
}
