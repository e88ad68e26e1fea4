import type { Estimate } from '#src/capacity/rating.ts';

/** How wide a band is on the load ruler, in powers of ten. */
const width = ({ low, high }: Estimate): number => Math.log10(Math.max(high, 1) / Math.max(low, 1));

/** Less than this is not worth a word: a tenth of the likely load, a twentieth of the width. */
const MOVED = Math.log10(1.1);
const CHANGED = 0.05;

/** What an answer did to the band, from the load without it to the load with it. */
export function movedSentence(before: Estimate, after: Estimate): string {
  const shift = Math.log10(Math.max(after.likely, 1) / Math.max(before.likely, 1));
  const share = width(before) > 0 ? width(after) / width(before) : 1;
  const did = [
    shift > MOVED ? 'moved it up' : shift < -MOVED ? 'moved it down' : '',
    share < 1 - CHANGED ? 'narrowed it' : share > 1 + CHANGED ? 'widened it' : '',
  ].filter(Boolean);
  if (did.length === 0) return 'Your answer left it where it was.';
  return `Your answer ${did.join(' and ')}.`;
}

/** Shares of a whole as one says them, the largest first; below the last one it is hardly worth it. */
const SHARES = [
  [0.7, 'three quarters'],
  [0.58, 'two thirds'],
  [0.42, 'half'],
  [0.29, 'a third'],
  [0.22, 'a quarter'],
  [0.15, 'a fifth'],
  [0.07, 'a tenth'],
] as const;

const shareOf = (share: number): string | undefined =>
  SHARES.find(([least]) => share >= least)?.[1];

/** How much certainty all answers together have brought; nothing while it is not worth a word. */
export function gainedSentence(first: Estimate, now: Estimate): string | undefined {
  const share = shareOf(1 - width(now) / width(first));
  return share && `It is about ${share} narrower than at the start.`;
}

/**
 * What knowing the answer is worth: how much narrower the band gets, on the average over the answers.
 * Takes the load without an answer, with each answer, and last with "I don't know"; nothing while one
 * of them is not worked out.
 */
export function worthOf(loads: readonly (Estimate | undefined)[]): string | undefined {
  const [without, ...each] = loads.slice(0, -1);
  if (!without || each.length === 0) return undefined;
  const widths = each.map((load) => load && width(load));
  if (!widths.every((one) => one !== undefined)) return undefined;
  const mean = widths.reduce((sum, one) => sum + one, 0) / widths.length;
  const share = shareOf(1 - mean / width(without));
  if (!share) return 'Knowing it hardly narrows the band, on average over the answers.';
  return `Knowing it narrows the band by about ${share}, on average over the answers.`;
}
