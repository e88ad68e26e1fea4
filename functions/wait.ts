/** Times that another server asks us to wait, and the longest that we wait for it. */

const DAY_MS = 86_400_000;

/** Milliseconds of a `retry-after` or `ratelimit-reset`, given in seconds or as a date; 0 where it says nothing. */
export function waitOf(value: string | null | undefined, now = Date.now()): number {
  if (!value) return 0;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return ms > 0 ? Math.min(ms, DAY_MS) : 0;
}

/**
 * Runs `ask` and aborts its signal after so many milliseconds. Not AbortSignal.timeout: its timer
 * would keep the process busy after the answer has come.
 */
export async function within<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ms);
  try {
    return await ask(late.signal);
  } finally {
    clearTimeout(timer);
  }
}
