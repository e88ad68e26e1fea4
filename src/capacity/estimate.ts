import type { Estimate } from './rating.ts';

/** Tenth, fiftieth and ninetieth of a hundred values in their order (or the like share of them). */
export function estimate(values: readonly number[]): Estimate {
  const sorted = new Float64Array(values).sort();
  const nth = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { low: nth(0.1), likely: nth(0.5), high: nth(0.9) };
}
