import { SLOW_SECONDS } from '#src/capacity/rating.ts';
import { z } from '#src/zod.ts';
import { percentile } from '../percentile.ts';

const schema = z.strictObject({
  took: z.array(z.number()),
  unfinished: z.array(z.number()),
  seen: z.number(),
  failed: z.number(),
  statuses: z.record(z.string(), z.number()),
  sockets: z.number(),
});

/** What the users of one run saw, the warm-up left out. Seconds. */
export interface Screens {
  /** Screens seen in the window, those that failed among them. */
  readonly seen: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** Share of the screens of which a request failed, 0–1. */
  readonly errors: number;
}

/**
 * Reads the line that `users.lua` prints. Screens that were still missing at the end count with the
 * time that they had taken by then, when that alone is too slow; else a run that ends in a pile-up
 * would look fast. `late`: when that is, seconds; later where some screens make a slow call.
 */
export function parseScreens(output: string, window: number, late = SLOW_SECONDS): Screens {
  const line = output.split('\n').find((each) => each.startsWith('SCREENS '));
  if (line === undefined) throw new Error(`The load generator reported no screens:\n${output}`);
  const { took, unfinished, seen, failed, sockets } = schema.parse(JSON.parse(line.slice(8)));
  const all = [...took, ...unfinished.filter((seconds) => seconds > late)];
  return {
    seen,
    perSecond: seen / window,
    p50: all.length === 0 ? Infinity : percentile(all, 0.5),
    p95: all.length === 0 ? Infinity : percentile(all, 0.95),
    errors: (failed + sockets) / Math.max(1, seen),
  };
}
