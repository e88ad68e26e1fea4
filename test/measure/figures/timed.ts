import { median, spread } from '../percentile.ts';

/** One published figure. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  /** Half the distance between the quartiles, as a share of the value. */
  readonly spread: number;
}

/** The middle of `n` timings of `work`, in milliseconds, after three that do not count. */
export async function timed(n: number, work: () => Promise<unknown>): Promise<Figure> {
  const took: number[] = [];
  for (let i = -3; i < n; i++) {
    const begun = performance.now();
    await work();
    if (i >= 0) took.push(performance.now() - begun);
  }
  return { value: median(took), unit: 'ms', n, spread: spread(took) };
}
