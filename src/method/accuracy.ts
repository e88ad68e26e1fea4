import { RESOURCES } from '#src/capacity/rating.ts';
import { headSchema } from '#src/measured/head.ts';
import { z } from '#src/zod.ts';

const share = z.number().check(z.minimum(0), z.maximum(1));

/** How well the predictions of some configurations were met. */
const summarySchema = z.strictObject({
  configurations: z.number(),
  /** How many times too high or too low, at least 1: the middle, nine in ten, the worst. */
  median: z.number(),
  p90: z.number(),
  worst: z.number(),
  /** Shares that were off by half at most, by two at most. */
  withinHalf: share,
  withinTwo: share,
  /** Shares of which the first part to give was named, and whose band holds the measured value. */
  firstRight: share,
  insideBand: share,
});
export type Summary = z.infer<typeof summarySchema>;

const pairSchema = z.strictObject({
  name: z.string(),
  about: z.string(),
  /** `calibration`: constants or equations were set with it in sight. `unused`: never. */
  use: z.enum(['calibration', 'unused']),
  unit: z.enum(['users', 'rows']),
  predicted: z.number(),
  band: z.tuple([z.number(), z.number()]),
  /** Version of the model that predicted, and when (ISO). */
  model: z.string(),
  predictedAt: z.string(),
  /** As if the load generator had not shared the database's core, and as it was read. */
  measured: z.number(),
  raw: z.number(),
  off: z.number(),
  insideBand: z.boolean(),
  firstPredicted: z.enum(RESOURCES),
  firstMeasured: z.enum([...RESOURCES, 'none', 'unexplained']),
});
export type Pair = z.infer<typeof pairSchema>;

/**
 * Form of content/measurements/first-met.json: configurations that were unseen when they were predicted
 * and driven, and calibrate by now, as they came out then. Nothing is measured into this file again.
 */
export const firstMetSchema = z.strictObject({
  head: headSchema,
  configurations: z.array(pairSchema),
});

/** Form of content/measurements/accuracy.json. */
export const accuracySchema = z.strictObject({
  head: headSchema,
  unused: summarySchema,
  /** The unused ones together with those of first-met.json. */
  firstMet: summarySchema,
  calibration: summarySchema,
  configurations: z.array(pairSchema),
});
export type Accuracy = z.infer<typeof accuracySchema>;

/** Form of content/measurements/constants.json. */
export const constantsSchema = z.strictObject({
  head: headSchema,
  disturbed: z.array(z.string()),
  /** Milliseconds of the reference at the speed of the machine that the constants are told for. */
  reference: z.number(),
  constants: z.record(
    z.string(),
    z.strictObject({
      value: z.number(),
      unit: z.string(),
      about: z.string(),
      n: z.number(),
      spread: z.number(),
    }),
  ),
});

/** A miss: off by more than a half, the wrong part named first, or outside the band. */
export const missed = ({ off, firstPredicted, firstMeasured, insideBand }: Pair) =>
  off > 1.5 || firstPredicted !== firstMeasured || !insideBand;
