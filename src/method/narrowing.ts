import { z } from '#src/zod.ts';

/** What random narrowings did to the band as reports show it. Its width: high ÷ low, on the ruler. */
const narrowedSchema = z.strictObject({
  /** How many were tried; how many of these widened the band at all, and by more than a tenth. */
  tried: z.number(),
  wider: z.number(),
  muchWider: z.number(),
  /** Times closer that its ends came on average (geometric mean of high ÷ low before, by that after). */
  times: z.number(),
});
export type Narrowed = z.infer<typeof narrowedSchema>;

/** Form of content/measurements/narrowing.json: worked out by test/method/narrowing.test.ts, which holds it to that. */
export const narrowingSchema = z.strictObject({
  /** A question that was open gets an answer. */
  answers: narrowedSchema,
  /** One input of the model, of those that are a range or a choice, becomes a part of it. */
  inputs: narrowedSchema,
});
