import { setTimeout as pause } from 'node:timers/promises';
import type { Configuration } from '../lab/configuration.ts';
import { cached } from './cache.ts';
import type { Connected } from './connection.ts';
import type { Query } from './query.ts';

export interface Answer {
  readonly body: string;
  /** Whether a call to somebody else's slow service was part of it. */
  readonly slow: boolean;
}

/** The function ran longer than its platform lets it. */
export class TimeLimitError extends Error {}

function limited(answer: () => Promise<Answer>, seconds: number): () => Promise<Answer> {
  if (seconds === Infinity) return answer;
  return async () => {
    const over = new AbortController();
    const limit = pause(seconds * 1000, undefined, { signal: over.signal }).then(() => {
      throw new TimeLimitError(`Longer than ${seconds} s`);
    });
    try {
      return await Promise.race([answer(), limit]);
    } finally {
      over.abort();
      limit.catch(() => undefined); // Aborted on purpose, or told of already.
    }
  };
}

/** The answer to one request: cache, connection, query and slow call in the order described. */
export function answerOf(
  { screen }: Configuration,
  query: Query,
  connect: Connected,
  random: () => number,
): () => Promise<Answer> {
  const { slowCall, ask, cache, timeLimit } = screen;
  const slow = () => slowCall !== undefined && random() < slowCall.share;
  const call = () => pause((slowCall?.seconds ?? 0) * 1000);
  const asked = async (held: boolean) => {
    if (ask === 'nothing') return query(undefined as never);
    return connect(async (client) => {
      const found = await query(client);
      if (held) await call();
      return found;
    });
  };
  const read = cache ? cached(() => asked(false), cache, random) : undefined;
  const full = async () => {
    const calls = slow();
    const holds = calls && slowCall?.holds === true;
    const body = read ? await read() : await asked(holds);
    if (calls && !holds) await call();
    return { body, slow: calls };
  };
  return limited(full, timeLimit);
}
