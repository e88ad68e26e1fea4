import type { Answers } from './answers.ts';
import { path, type Step } from './path.ts';
import type { Area, QuestionId } from './questions.ts';

/** What the visitor looks at: a question, or all her answers. */
export type Place = QuestionId | 'summary';

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

/** The first question without an answer; undefined when all have one. */
export function firstOpen(answers: Answers): Step | undefined {
  return path(answers).find((step) => answers[step.id] === undefined);
}

/** Where to go on: the question after `place`, or the first that has no answer yet, or the summary. */
export function placeAfter(answers: Answers, place: Place): Place {
  const steps = path(answers);
  const at = steps.findIndex((step) => step.id === place);
  return (steps[at + 1] ?? firstOpen(answers))?.id ?? 'summary';
}

/** The question before `place`; undefined at the first one. */
export function placeBefore(answers: Answers, place: Place): Place | undefined {
  const steps = path(answers);
  const at = place === 'summary' ? steps.length : steps.findIndex((step) => step.id === place);
  return steps[at - 1]?.id;
}

/** `place` if these answers lead there; otherwise the first open question, or the summary. */
export function reachable(answers: Answers, place: unknown): Place {
  const open = firstOpen(answers)?.id ?? 'summary';
  return path(answers).find((step) => step.id === place)?.id ?? open;
}
