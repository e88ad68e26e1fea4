import { number } from './amount.ts';
import type { Control } from './experiment.ts';

/** A slider of row counts. */
export const rowsControl = (label: string, stops: readonly number[], initial: number): Control => ({
  id: 'rows',
  label,
  kind: 'slider',
  options: stops.map((value) => ({ value, label: number(value) })),
  initial,
});
