import { site } from '#src/site.ts';
import type { RepairId } from './repairs.ts';

/** From and to. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Work of one or more repairs. */
export interface Work {
  /** Days of an engineer. */
  readonly days: Span;
  /** In the currency of `site.price`. */
  readonly price: Span;
}

const days: Readonly<Record<RepairId, readonly [number, number]>> = site.price.days;

/** What the repairs take together: days as `src/site.ts` sets them, times its price of a day. */
export function workOf(repairs: readonly RepairId[]): Work {
  const [cheap, dear] = site.price.day;
  const sum = (end: 0 | 1) => repairs.reduce((total, repair) => total + days[repair][end], 0);
  const [low, high] = [sum(0), sum(1)];
  return { days: { low, high }, price: { low: low * cheap, high: high * dear } };
}

/** One number to compare by: the middle of the range. */
export const middle = ({ price: { low, high } }: Work): number => (low + high) / 2;
