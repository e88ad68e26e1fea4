import type { Plan } from '#src/postgres/plan.ts';
import { z } from '#src/zod.ts';
import type { Experiment } from './experiment.ts';

const amounts = z.record(z.string(), z.number().check(z.nonnegative()));

const planSchema: z.ZodMiniType<Plan> = z.lazy(() =>
  z.strictObject({
    node: z.string(),
    on: z.optional(z.string()),
    index: z.optional(z.string()),
    rows: z.number(),
    removed: z.number(),
    pages: z.number(),
    inputs: z.array(planSchema),
  }),
) as z.ZodMiniType<Plan>;

/** Runs of one experiment at every setting, as test/measure/experiments.ts wrote them. */
const recordSchema = z.strictObject({
  experiment: z.string(),
  /** Day of the run, ISO. */
  date: z.iso.date(),
  /** The command that makes it again. */
  command: z.string(),
  /** Cores, processor and system, without a name. */
  machine: z.string(),
  runtime: z.string(),
  database: z.string(),
  runs: z.array(
    z.strictObject({
      settings: z.record(z.string(), z.number()),
      values: z.record(z.string(), amounts),
      plans: z.optional(z.record(z.string(), planSchema)),
    }),
  ),
});

export type Recording = z.infer<typeof recordSchema>;

/** @throws {Error} that names the command which makes it again, when it does not fit the experiment. */
export function recordingOf(experiment: Experiment, raw: unknown): Recording {
  const { success, data } = recordSchema.safeParse(raw);
  if (!success || data.experiment !== experiment.slug) {
    throw new Error(
      `The recorded run of “${experiment.slug}” is missing or does not fit. Run: npm run measure:experiments`,
    );
  }
  return data;
}
