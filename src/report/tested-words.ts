/** What a load test of the visitor's own app says beside the estimate. Pure text. */
import type { Estimate } from '#src/capacity/rating.ts';
import type { Tested } from '#src/quiz/tested.ts';

const people = (count: number) => (count === 1 ? 'one user' : `${count} users at once`);

/** "held 12, gave at 25" */
export function testedFigure({ held, gave }: Tested): string {
  if (gave === undefined) return `held ${held}`;
  return held === 0 ? `gave at ${gave}` : `held ${held}, gave at ${gave}`;
}

/** "It held 12 users at once and gave at 25." */
export function testedSentence({ held, gave }: Tested): string {
  if (gave === undefined) return `It held ${people(held)}, which is as far as the test went.`;
  if (held === 0) return `It gave with ${people(gave)} already.`;
  return `It held ${people(held)} and gave at ${gave}.`;
}

/** Whether the estimate bears it, and which of the two to believe. */
export function besideEstimate({ held, gave }: Tested, { low, high }: Estimate): string {
  if (gave !== undefined && gave < low) {
    return 'That is earlier than the estimate says: believe the test, and begin with what it asked for.';
  }
  if (held > high) {
    return 'That is more than the estimate says. The test asked a few addresses over one line; the estimate speaks of whole screens on phones. For what it asked, believe the test.';
  }
  return 'The estimate agrees with it.';
}
