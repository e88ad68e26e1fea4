/** Chance that can be dealt again: the same seed gives the same numbers (Mulberry32), 0 ≤ x < 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Seconds until the next arrival when they know nothing of each other (Poisson), `rate` a second. */
export const gap = (rate: number, random: () => number): number => -Math.log(1 - random()) / rate;

/** Moments of such arrivals, for so many seconds. */
export function arrivals(rate: number, seconds: number, random: () => number): number[] {
  const moments: number[] = [];
  for (let at = gap(rate, random); at < seconds; at += gap(rate, random)) moments.push(at);
  return moments;
}

/** The value that 95 of 100 stay below; 0 of none. */
export function p95(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}
