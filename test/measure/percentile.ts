/** The value below which `share` (0–1) of the values lie, interpolated between neighbours. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** Half the distance between the quartiles, as a share of the median: how far repetitions lie apart. */
export const spread = (values: readonly number[]) =>
  (percentile(values, 0.75) - percentile(values, 0.25)) / 2 / median(values);
