import { type Answers, knownAnswers } from './answers.ts';

const KEY = 'loadworthy.quiz';
/** Where she was; apart, since answers are saved by other pages too. */
const PLACE = 'loadworthy.place';
/** What a load test saw; tested.ts reads and writes it. */
export const TESTED = 'loadworthy.test';
/** Raised when what is stored changes its shape; older ones are then forgotten. */
const VERSION = 1;

/** Opens the device's storage; throws where the browser forbids it. */
export type Open = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const device: Open = () => globalThis.localStorage;

/** What is stored, as far as it can be trusted: nothing of it is known to be there. */
interface Stored {
  readonly version?: unknown;
  readonly answers?: Readonly<Record<string, unknown>> | null;
}

/** The answers kept on this device; none when there are none, or none that can be read. */
export function readAnswers(open: Open = device): Answers {
  try {
    const saved: Stored | null = JSON.parse(open().getItem(KEY) ?? 'null');
    return saved?.version === VERSION ? knownAnswers(saved.answers ?? {}) : {};
  } catch {
    return {};
  }
}

/** Keeps the answers on this device. False when the browser does not let us. */
export function saveAnswers(answers: Answers, open: Open = device): boolean {
  try {
    open().setItem(KEY, JSON.stringify({ version: VERSION, answers }));
    return true;
  } catch {
    return false;
  }
}

/** The name of the place that was last looked at, whatever it may be. */
export function readPlace(open: Open = device): string | undefined {
  try {
    return open().getItem(PLACE) ?? undefined;
  } catch {
    return undefined;
  }
}

export function savePlace(place: string, open: Open = device): void {
  try {
    open().setItem(PLACE, place);
  } catch {
    // Then the quiz goes on at the first open question.
  }
}

/** Forgets the answers, the place, and what a load test saw. */
export function forgetAnswers(open: Open = device): void {
  try {
    open().removeItem(KEY);
    open().removeItem(PLACE);
    open().removeItem(TESTED);
  } catch {
    // Where storage is forbidden there is nothing to forget.
  }
}
