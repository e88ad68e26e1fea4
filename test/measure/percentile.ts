/** The value below which `share` (0–1) of the values lie, interpolated between neighbours. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) return Number.NaN;
  if (low === high) return low; // Both may be without end.
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** Half the distance between the quartiles, as a share of the median: how far repetitions lie apart. */
export const spread = (values: readonly number[]) =>
  (percentile(values, 0.75) - percentile(values, 0.25)) / 2 / median(values);

/** The value that comes most often; of several, the one that came first. */
export function mostOf<T>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (!most) throw new Error('There is nothing to count.');
  return most[0];
}
