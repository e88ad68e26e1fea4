import type { Ahead } from './ahead.ts';
import { type Answers, keyOf } from './answers.ts';

/** Works out what follows from some answers, with pauses. */
export type Look = (answers: Answers) => Generator<undefined, Ahead>;

/** What the page asks its worker: each of these, in this order, until the next request comes. */
export type Request = readonly Answers[];

export interface Reply {
  readonly key: string;
  readonly ahead: Ahead;
}

/** Lets whatever else waits go first. */
const pause = () => new Promise<void>((go) => setTimeout(go));

/**
 * Answers requests one by one; a newer one ends the one under way, since its answers are stale.
 * What was found once is kept.
 */
export function answering(look: Look, reply: (reply: Reply) => void) {
  const known = new Map<string, Ahead>();
  let newest: Request | undefined;
  return async (request: Request): Promise<void> => {
    newest = request;
    for (const answers of request) {
      const key = keyOf(answers);
      const steps = known.has(key) ? undefined : look(answers);
      while (steps && !known.has(key)) {
        await pause();
        if (newest !== request) return;
        const { done, value } = steps.next();
        if (done) known.set(key, value);
      }
      const found = known.get(key);
      if (found) reply({ key, ahead: found });
    }
  };
}

export interface Rater {
  ask(request: Request): void;
  close(): void;
}

/**
 * Looks ahead in a worker; where none starts, or it breaks, on the page itself: then only at the first
 * of each request, and always with pauses.
 */
export function rater(
  start: () => Worker,
  load: () => Promise<Look>,
  hear: (reply: Reply) => void,
): Rater {
  let worker: Worker | undefined;
  let latest: Request | undefined;
  let instead: Promise<(request: Request) => Promise<void>> | undefined;

  const onPage = () => {
    worker?.terminate();
    worker = undefined;
    instead ??= load().then((look) => answering(look, hear));
    const asked = latest;
    // Where the model cannot be had either, the quiz goes on in its plain order.
    if (asked) instead.then((answer) => answer(asked.slice(0, 1))).catch(() => undefined);
  };

  try {
    worker = start();
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => hear(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      onPage();
    });
  } catch {
    onPage();
  }

  return {
    ask(request) {
      latest = request;
      if (worker) worker.postMessage(request);
      else onPage();
    },
    close: () => worker?.terminate(),
  };
}
