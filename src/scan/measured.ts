import { headSchema } from '#src/measured/head.ts';
import { z } from '#src/zod.ts';
import { RULES } from './rule.ts';

const rule = z.enum(RULES);
/** What the reader of SQL tells of a schema, and PostgreSQL's catalog does too. */
export const FACTS = [
  'tables',
  'columns',
  'indexes',
  'unindexedKeys',
  'secured',
  'policies',
  'perRow',
  'live',
] as const;

/** Of `told` findings `right` were right; of `there` labelled faults `found` were found. */
const scored = z.strictObject({
  rule,
  right: z.number(),
  told: z.number(),
  found: z.number(),
  there: z.number(),
});
const set = z.strictObject({ repositories: z.number(), rules: z.array(scored) });
const judged = z.strictObject({ repositories: z.number(), told: z.number(), hurts: z.number() });
const judgedTwice = z.strictObject({
  ...judged.shape,
  withWord: z.optional(z.strictObject({ told: z.number(), hurts: z.number() })),
});
export type MeasuredSet = z.infer<typeof set>;

/** Form of content/measurements/scan.json: sums only, no repository is named. */
export const measuredSchema = z.strictObject({
  head: headSchema,
  corpus: z.strictObject({
    repositories: z.number(),
    files: z.number(),
    lines: z.number(),
    unread: z.number(),
    requests: z.number(),
  }),
  /**
   * First runs over repositories that were chosen and labelled before the rules of their day were
   * tried on them, the newest first; what the earlier ones missed has been mended since. How: the way
   * they were labelled, in words; shown: what the page shows first of each, judged one by one.
   */
  firstRuns: z
    .array(z.strictObject({ ...set.shape, how: z.string(), shown: z.optional(judged) }))
    .check(z.minLength(1)),
  /**
   * Later first runs of which only what the page shows first was judged, the newest first. withWord: the
   * same after a reader said in the owner's place how long the tables get that the page asks for.
   */
  onlyShown: z.array(judgedTwice),
  /** All that were labelled before, as of today. */
  mended: set,
  /** What the reader tells of each schema, held against the catalog of a PostgreSQL that ran the same files. */
  catalog: z.strictObject({
    /** Repositories with files of SQL, and those of them in which every statement about the schema ran. */
    repositories: z.number(),
    whole: z.number(),
    /** Statements about the schema in these. */
    statements: z.number(),
    facts: z.array(
      z.strictObject({
        fact: z.enum(FACTS),
        both: z.number(),
        readerOnly: z.number(),
        catalogOnly: z.number(),
      }),
    ),
  }),
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
  /** In Chromium, from the choice of the ZIP to the findings; the longest task is the page's own. */
  speed: z.array(
    z.strictObject({
      lines: z.number(),
      migrations: z.number(),
      seconds: z.number(),
      longestTask: z.number(),
    }),
  ),
  rules: z.array(z.strictObject({ rule, repositories: z.number(), findings: z.number() })),
  /** What articles quote. */
  figures: z.array(z.strictObject({ name: z.string(), value: z.number(), unit: z.string() })),
});

export type MeasuredScan = z.infer<typeof measuredSchema>;
