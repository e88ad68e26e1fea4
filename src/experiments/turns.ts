let last: Promise<unknown> = Promise.resolve();

/**
 * Does one job after another: the page has one database. A job that is aborted while it waits never
 * starts; one that is under way has to end by itself when its signal aborts.
 * @throws the signal's reason, at once, when it aborts.
 */
export function inTurn<T>(job: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const mine = last.then(() => {
    signal.throwIfAborted();
    return job();
  });
  last = mine.catch(() => undefined);
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([mine, aborted]);
}
