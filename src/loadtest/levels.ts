import type { Estimate } from '#src/capacity/rating.ts';
import { MOST_USERS } from './target.ts';

/** Fewest users at the top, so that there is something to compare. */
const LEAST = 4;

/**
 * Users at once to test with, ascending: one alone, then up to where the app is expected to give, and
 * no further than `MOST_USERS`.
 */
export function levelsFor(load: Estimate): readonly number[] {
  const top = Math.min(MOST_USERS, Math.max(LEAST, Math.ceil(load.high)));
  return [...new Set([1, Math.round(top / 4), Math.round(top / 2), top])];
}
