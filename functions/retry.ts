/** When a row of the outbox is tried again and when it is given up. Pure. */
import { type Entry, isHook, isNotice } from './outbox.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long one attempt may take before it counts as failed. */
export const ATTEMPT_MS = 10 * SECOND;

/** A claimed row belongs to its attempt for this long; a process that died meanwhile frees it so. */
export const LEASE_MS = 3 * ATTEMPT_MS;

/** Waits after the first, second, … failed attempt; the last one repeats. */
const WAITS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
];

/** What could not be delivered for this long is given up, and the owner is told. */
export const GIVE_UP_MS = 4 * 24 * HOUR;

/**
 * The provider knows a mail by its key for 24 hours. A mail to a visitor that may have gone out is not
 * tried beyond that, since it could arrive twice: it is given up and the owner is told. Attempts that
 * the provider clearly refused do not start this time.
 */
export const KEY_MS = 23 * HOUR;

/** A second copy does no harm: the owner sees that it is the same, a webhook's receiver knows its id. */
const mayRepeat = ({ kind }: Pick<Entry, 'kind'>) => isNotice(kind) || isHook(kind);

/**
 * When a row is tried again after its failed attempt number `tries`, or `undefined` when it is given up.
 * @param atLeastMs what the provider asked to wait
 */
export function nextTry(
  entry: Pick<Entry, 'kind' | 'tries' | 'dueAt' | 'maybeSentAt'>,
  now: Date,
  atLeastMs = 0,
): Date | undefined {
  const wait = WAITS[Math.min(entry.tries, WAITS.length) - 1] ?? 0;
  const at = now.getTime() + Math.max(wait, atLeastMs);
  if (now.getTime() - Date.parse(entry.dueAt) >= GIVE_UP_MS) return undefined;
  const known = entry.maybeSentAt === null || mayRepeat(entry);
  if (!known && at >= Date.parse(entry.maybeSentAt ?? '') + KEY_MS) return undefined;
  return new Date(at);
}
