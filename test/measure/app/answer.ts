import { setTimeout as pause } from 'node:timers/promises';
import type { Configuration } from '../lab/configuration.ts';
import { cached } from './cache.ts';
import type { Connected } from './connection.ts';
import type { Query } from './query.ts';

/** The function ran longer than its platform lets it. */
export class TimeLimitError extends Error {}

function limited(answer: () => Promise<string>, seconds: number): () => Promise<string> {
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
): () => Promise<string> {
  const { slowCall, ask, cache, timeLimit } = screen;
  const slow = async (holds: boolean) => {
    if (slowCall?.holds === holds && random() < slowCall.share)
      await pause(slowCall.seconds * 1000);
  };
  const full = async () => {
    const body =
      ask === 'nothing'
        ? await query(undefined as never)
        : await connect(async (client) => {
            const found = await query(client);
            await slow(true);
            return found;
          });
    await slow(false);
    return body;
  };
  return limited(cache ? cached(full, cache, random) : full, timeLimit);
}
