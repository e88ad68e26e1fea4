/** How many apps one estimate looks at. A hundred, so that a share of them is a count out of 100. */
export const SAMPLES = 100;

/** 32 mixed bits of a number (the finaliser of MurmurHash3). */
function mix(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const streams = new Map<string, Float64Array>();

/**
 * The quantiles (0…1, one for each sample) at which the quantity `name` is drawn. Each quantity has
 * its own fixed stream, evenly spread over 0…1 and in an order of its own (a Latin hypercube), so
 * that the same app always rates the same and one more known quantity leaves the others alone.
 */
export function stream(name: string): Float64Array {
  const known = streams.get(name);
  if (known) return known;
  let seed = 2166136261;
  for (let i = 0; i < name.length; i++) seed = Math.imul(seed ^ name.charCodeAt(i), 16777619);
  const quantiles = Float64Array.from({ length: SAMPLES }, (_, i) => (i + 0.5) / SAMPLES);
  for (let i = SAMPLES - 1; i > 0; i--) {
    const j = mix(seed + i) % (i + 1);
    const swapped = quantiles[i] ?? 0;
    quantiles[i] = quantiles[j] ?? 0;
    quantiles[j] = swapped;
  }
  streams.set(name, quantiles);
  return quantiles;
}
