import type { Pair } from './accuracy.ts';

/** Multiples of the prediction between which a band lies, to the hundredth. */
const multiples = ({ predicted, band: [low, high] }: Pair) =>
  [(low / predicted).toFixed(2), (high / predicted).toFixed(2)] as const;

/** How many bands are the same two multiples of their prediction, at most, and which. */
export function usualBand(pairs: readonly Pair[]): { from: string; to: string; count: number } {
  const counts = new Map<string, number>();
  for (const pair of pairs) {
    const key = multiples(pair).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [[key, count] = ['', 0]] = [...counts].toSorted(([, a], [, b]) => b - a);
  const [from = '', to = ''] = key.split(' ');
  return { from, to, count };
}
