import type { Bench } from '#src/postgres/bench.ts';
import type { DatabaseExperiment, Result, Settings } from './experiment.ts';

/** What is going on: a sentence, and how much of the run is behind. */
export type Tell = (label: string, done: number, of: number) => void;

/** Every run starts in an empty schema and leaves nothing that the next could trip over. */
const clean = `reset role;
drop schema if exists bench, auth cascade;
drop role if exists visitor;
create schema bench;
grant usage on schema bench to public;
set search_path = bench`;

/** @throws {Error} when PostgreSQL refuses a statement or is stopped. */
export async function runOnDatabase(
  experiment: DatabaseExperiment,
  settings: Settings,
  bench: Bench,
  tell: Tell = () => {},
): Promise<Result> {
  const work: { readonly label: string; readonly do: () => Promise<void> }[] = [];
  const values: Record<string, Readonly<Record<string, number>>> = {};
  const plans: Record<string, NonNullable<Result['plans']>[string]> = {};

  const exec = ({ label, sql }: { label: string; sql: string }) =>
    work.push({ label, do: () => bench.exec(sql) });
  exec({ label: 'Clearing the bench', sql: clean });
  experiment.setUp(settings).forEach(exec);
  for (const one of experiment.cases) {
    one.before?.(settings).forEach(exec);
    work.push({
      label: `Measuring: ${one.label}`,
      do: async () => {
        const finding = await bench.attempt(one.trial(settings));
        values[one.id] = finding.values;
        if (finding.plan) plans[one.id] = finding.plan;
      },
    });
  }

  for (const [done, step] of work.entries()) {
    tell(step.label, done, work.length);
    await step.do();
  }
  return { values, ...(Object.keys(plans).length > 0 && { plans }) };
}
