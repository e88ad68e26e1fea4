import { range } from '../range.ts';
import type { Sources } from './constant.ts';

/** How people spread over a day, and what they do there. */
export const usage = {
  /** Share of a month's users who come on a day. */
  daily: range(0.09, 0.3),
  sessions: range(1, 2),
  /** Minutes of a session. */
  minutes: range(3, 10),
  /** Hours of the day in which an app is used. */
  activeHours: range(8, 16),
  /** Users in the busiest minute for one in an average active minute. */
  peak: range(2, 5),
  /** Changes that one user makes in a second, and listeners who see one change of hers. */
  changes: range(1 / 300, 1 / 20),
  audience: range(1, 5),
  /** Rows or documents that a small request reads beside the heavy list. */
  small: 3,
  /** Bytes of an answer beside the rows of the heavy list: its head, and what a small request brings. */
  answerBytes: 500,
  /** Share of screens that write. */
  writes: range(0.05, 0.3),
  /** Share of screens that call something slow, where the app does. */
  slow: range(0.02, 0.2),
  /** Calls per second that the slow service takes from one customer. */
  slowRate: range(50 / 60, 100),
} as const;

const guess = (why: string) => ({ source: `Assumption: ${why}`, date: '2026-11-23' });

export const usageSources = (): Sources<typeof usage> => ({
  daily: {
    unit: 'share',
    source:
      'usertourkit.com/blog/what-is-product-stickiness (median of software services 9.3 %) to help.june.so stickiness benchmark (consumer products 30 %)',
    date: '2026-11-23',
  },
  sessions: { unit: 'sessions a day', ...guess('once or twice a day') },
  minutes: { unit: 'min', ...guess('a visit of three to ten minutes') },
  activeHours: { unit: 'h', ...guess('one country’s office hours to several time zones') },
  peak: {
    unit: 'times the mean',
    ...guess(
      'with the others it stays below the 2 % of monthly users that firebase.google.com/docs/database/usage/limits gives as a rule',
    ),
  },
  changes: { unit: 'changes a second', ...guess('one in 20 seconds to one in five minutes') },
  audience: { unit: 'listeners', ...guess('a person or a small team sees a change') },
  small: { unit: 'rows', ...guess('a profile, a counter, settings') },
  answerBytes: { unit: 'bytes', ...guess('a head of some 300 bytes and a small record') },
  writes: { unit: 'share', ...guess('most screens read') },
  slow: { unit: 'share', ...guess('a special action, not every click') },
  slowRate: {
    unit: 'calls a second',
    source:
      'From 50 a minute (Anthropic API, first tier, as copied at skills.sh clade-rate-limits) to Stripe’s 100 a second (docs.stripe.com/rate-limits)',
    date: '2026-11-23',
  },
});
