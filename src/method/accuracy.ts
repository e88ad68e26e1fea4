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
  /**
   * `calibration`: constants or equations were set with it in sight, or with a probe or an earlier
   * measurement that asked the same. `unused`: never.
   */
  use: z.enum(['calibration', 'unused']),
  /** Whether the model was told some quantities as ranges only, as an owner knows them. */
  told: z.optional(z.literal(true)),
  /**
   * Why one that was published as unseen was none: a probe of the constants had asked the same of the
   * same table, or the throw-away model before version 1 had been driven with it.
   */
  seen: z.optional(z.enum(['probe', 'before'])),
  unit: z.enum(['users', 'rows']),
  predicted: z.number(),
  band: z.tuple([z.number(), z.number()]),
  /** Version of the model that predicted, and when (ISO). */
  model: z.string(),
  predictedAt: z.string(),
  /** What the present version says; it differs where a later version changed it. */
  now: z.optional(z.number()),
  /** As if the load generator had not shared the database's core, and as it was read. */
  measured: z.number(),
  raw: z.number(),
  /** Times that it was driven, the middle of which counts; half the distance between the lowest and the highest, as a share. */
  n: z.number(),
  spread: z.optional(z.number()),
  off: z.number(),
  insideBand: z.boolean(),
  firstPredicted: z.enum(RESOURCES),
  firstMeasured: z.enum([...RESOURCES, 'none', 'unexplained']),
});
export type Pair = z.infer<typeof pairSchema>;

/** What held at all that was tried: it breaks somewhere beyond `least`, and is in no sum. */
const heldSchema = z.strictObject({
  ...{ name: z.string(), about: z.string(), use: z.enum(['calibration', 'unused']) },
  ...{ unit: z.enum(['users', 'rows']), n: z.number(), predicted: z.number() },
  band: z.tuple([z.number(), z.number()]),
  model: z.string(),
  least: z.number(),
});

/**
 * Form of content/measurements/first-met.json: configurations that were published as unseen when they
 * were predicted and driven, and calibrate by now, as they came out then. Nothing is measured into this
 * file again.
 */
export const firstMetSchema = z.strictObject({
  head: headSchema,
  configurations: z.array(pairSchema),
});

/** Form of content/measurements/accuracy.json. */
export const accuracySchema = z.strictObject({
  head: headSchema,
  /** The version of the model that these sums speak of. */
  model: z.string(),
  unused: summarySchema,
  /** Of these: first met by this version; predicted by an earlier one, and this one says the same. */
  byThis: z.nullable(summarySchema),
  byEarlier: z.nullable(summarySchema),
  /** The unused ones together with those of first-met.json, and by the version that met them first. */
  firstMet: summarySchema,
  /** The same with those that had been published as unseen and were not, strictly. */
  asPublished: summarySchema,
  versions: z.array(z.extend(summarySchema, { version: z.string() })),
  calibration: summarySchema,
  held: z.array(heldSchema),
  /** Driven only while the machine was disturbed or far from its usual speed: in no sum, to be driven again. */
  unsettled: z.array(pairSchema),
  /** What the sums over the unused ones would be with these. */
  withUnsettled: summarySchema,
  /** Known breaks driven again far from the machine's usual speed: the corrected as a share of the known, and the middle factor between the two. */
  atOtherSpeed: z.nullable(
    z.strictObject({
      low: z.number(),
      high: z.number(),
      median: z.number(),
      drives: z.array(
        z.strictObject({
          name: z.string(),
          speed: z.number(),
          first: z.string(),
          ratio: z.number(),
        }),
      ),
    }),
  ),
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

/** Whether the present version says something else than the one that counts; figures have four digits. */
export const changed = ({ predicted, now }: Pair) =>
  now !== undefined && Math.abs(now / predicted - 1) >= 1e-3;
