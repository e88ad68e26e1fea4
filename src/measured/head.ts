import { z } from '#src/zod.ts';

/** What stands at the head of a measurement: how, where and with what it was made. */
export const headSchema = z.strictObject({
  /** The program that made it, in this repository. */
  script: z.string(),
  /** What makes it again, where that is not `npm run measure`. */
  command: z.optional(z.string()),
  /** Day on which it was made (ISO). */
  date: z.string(),
  machine: z.string(),
  versions: z.record(z.string(), z.string()),
  settings: z.record(z.string(), z.string()),
  method: z.string(),
});
export type Head = z.infer<typeof headSchema>;
