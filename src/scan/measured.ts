import { z } from '#src/zod.ts';
import { RULES } from './rule.ts';

const rule = z.enum(RULES);
/** Of `told` findings `right` were right; of `there` labelled faults `found` were found. */
const scored = z.strictObject({
  rule,
  right: z.number(),
  told: z.number(),
  found: z.number(),
  there: z.number(),
});
const set = z.strictObject({ repositories: z.number(), rules: z.array(scored) });

/** Form of content/measurements/scan.json: sums only, no repository is named. */
export const measuredSchema = z.strictObject({
  date: z.string(),
  corpus: z.strictObject({
    repositories: z.number(),
    files: z.number(),
    lines: z.number(),
    unread: z.number(),
    requests: z.number(),
  }),
  /** Repositories on which no rule had been tried before. */
  unseen: set,
  /** All labelled ones, after the misses were mended: no longer a proof. */
  mended: set,
  /** Findings drawn at random in unlabelled repositories and read one by one. */
  sample: z.array(
    z.strictObject({
      rule,
      read: z.number(),
      right: z.number(),
      wrong: z.number(),
      unclear: z.number(),
    }),
  ),
  /** Processor seconds of one core. */
  speed: z.array(z.strictObject({ lines: z.number(), seconds: z.number() })),
  rules: z.array(z.strictObject({ rule, repositories: z.number(), findings: z.number() })),
});
