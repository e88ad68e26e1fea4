import { median, spread } from '../percentile.ts';

/** One published figure. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  /** Half the distance between the quartiles, as a share of the value. */
  readonly spread: number;
}

/** Milliseconds until caches are warm and the client’s own code is compiled. */
const WARM = 400;

/** The middle of `n` timings of `work`, in milliseconds, once it is warm: after three at least. */
export async function timed(n: number, work: () => Promise<unknown>): Promise<Figure> {
  const took: number[] = [];
  const started = performance.now();
  for (let i = 0; i < 3 || performance.now() - started < WARM; i++) await work();
  for (let i = 0; i < n; i++) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return { value: median(took), unit: 'ms', n, spread: spread(took) };
}
