import type { Cache } from '../lab/configuration.ts';

/**
 * Puts a cache before `answer`. With `seconds` all share one key and the hits come about by
 * themselves; with `hits` chance decides, as with many keys. Together: those who miss the same key
 * wait for one answer.
 */
export function cached(
  answer: () => Promise<string>,
  cache: Cache,
  random: () => number,
): () => Promise<string> {
  let kept: { body: string; until: number } | undefined;
  let coming: Promise<string> | undefined;
  const fresh = async () => {
    const body = await answer();
    kept = { body, until: performance.now() + (cache.seconds ?? Infinity) * 1000 };
    return body;
  };
  const once = () => {
    coming ??= fresh().finally(() => {
      coming = undefined;
    });
    return coming;
  };
  return async () => {
    const hit =
      cache.hits === undefined ? performance.now() < (kept?.until ?? 0) : random() < cache.hits;
    if (hit && kept) return kept.body;
    return cache.together ? once() : fresh();
  };
}
