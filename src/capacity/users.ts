import { usage } from './constants/usage.ts';
import { type Amount, amountAt } from './range.ts';
import { stream } from './stream.ts';

/**
 * Share of a month's users who are there in the busiest minute, for the app with the number `i`:
 * daily share × sessions × minutes ÷ minutes of the active day × peak (Little's law).
 */
function busiestShare(i: number): number {
  const of = (id: 'daily' | 'sessions' | 'minutes' | 'activeHours' | 'peak') =>
    amountAt(usage[id], stream(id)[i] ?? 0.5);
  return (of('daily') * of('sessions') * of('minutes') * of('peak')) / (60 * of('activeHours'));
}

/** Users at once in the busiest minute for the users of a month, one value for each sample. */
export function atOnce(monthly: Amount): number[] {
  return Array.from(stream('monthly'), (at, i) => amountAt(monthly, at) * busiestShare(i));
}

/** Users of a month for users at once in the busiest minute, one value for each sample. */
export function monthly(users: Amount): number[] {
  return Array.from(stream('monthly'), (at, i) => amountAt(users, at) / busiestShare(i));
}
