import type { Estimate } from '#src/capacity/rating.ts';
import type { Answers } from './answers.ts';
import { loadOf } from './load.ts';
import { LONGEST_PATH, order, path, type Step } from './path.ts';
import type { QuestionId } from './questions.ts';

/**
 * What of a report must not change for a question to be skipped: its grade, the first resource to
 * give, the plan of repairs. Compared as a whole.
 */
export type OutcomeOf = (answers: Answers) => string;

/** What follows from some answers: the load so far, and what is still worth asking. */
export interface Ahead {
  readonly load: Estimate;
  /** The question to ask next; absent when the quiz is done. */
  readonly due?: QuestionId;
  /** Left out before it, or to the end when none is due: no single answer changes the outcome. */
  readonly needless: readonly QuestionId[];
  /** When none is due: could change the outcome, but the quiz asks no more than `LONGEST_PATH`. */
  readonly beyond: readonly QuestionId[];
}

/** Always asked: they decide which other questions fit at all. */
const BRANCHING: readonly QuestionId[] = ['builder', 'backend'];

/**
 * Can an answer to this question change the outcome, everything else staying as it is? Not answering
 * it counts as "I don't know". Pauses after each outcome, which takes some milliseconds.
 */
function* matters(answers: Answers, id: QuestionId, outcomeOf: OutcomeOf, step: Step) {
  const { [id]: _, ...rest } = answers;
  const now = outcomeOf(rest);
  yield;
  for (const { value } of step.options) {
    if (outcomeOf({ ...rest, [id]: value }) !== now) return true;
    yield;
  }
  return false;
}

/** `ahead` bit by bit, for whoever has other things to do in between. */
export function* look(answers: Answers, outcomeOf: OutcomeOf): Generator<undefined, Ahead> {
  const load = loadOf(answers);
  yield;
  const needless: QuestionId[] = [];
  const beyond: QuestionId[] = [];
  const steps = order(answers);
  const first = path(answers);
  const asked = steps.filter(({ id }) => answers[id] !== undefined).length;
  for (const step of steps) {
    const { id } = step;
    if (answers[id] !== undefined) continue;
    const decisive = BRANCHING.includes(id) || (yield* matters(answers, id, outcomeOf, step));
    if (!decisive) needless.push(id);
    else if (first.includes(step) || asked < LONGEST_PATH) {
      return { load, due: id, needless, beyond: [] };
    } else beyond.push(id);
  }
  return { load, needless, beyond };
}

/**
 * What follows from these answers. The question that is due is the first one, in the order of asking,
 * of which some answer changes the outcome.
 */
export function ahead(answers: Answers, outcomeOf: OutcomeOf): Ahead {
  const steps = look(answers, outcomeOf);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
