import { z } from '#src/zod.ts';

/** A solved riddle of `GET /api/proof`, as far as we look into it; altcha-lib checks the rest. */
export const proofSchema = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.string(),
      cost: z.number(),
      keyPrefix: z.string(),
      keyLength: z.number(),
      nonce: z.string(),
      salt: z.string(),
      expiresAt: z.number(),
      data: z.object({
        /** When it was given out, in milliseconds since 1970. */
        at: z.number(),
      }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});
