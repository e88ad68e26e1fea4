import { z } from '#src/zod.ts';

/** The head of a rule's document under content/scan/; its name is the rule's. */
export const ruleDocument = z.strictObject({
  /** What the fault is called, at most five words or so. */
  title: z.string(),
  /** One sentence beneath it: what the app does. */
  meaning: z.string(),
});
