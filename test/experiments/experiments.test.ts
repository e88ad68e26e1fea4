import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Experiment, FIRST_SEED, type Result } from '#src/experiments/experiment.ts';
import { experiments } from '#src/experiments/library.ts';
import { runOnDatabase } from '#src/experiments/run.ts';
import { type Bench, benchOf } from '#src/postgres/bench.ts';

let db: PGlite;
let bench: Bench;
beforeAll(async () => {
  db = await PGlite.create();
  bench = benchOf(db);
}, 180_000);
afterAll(() => db.close());

const run = (experiment: Experiment, seed = FIRST_SEED): Promise<Result> | Result =>
  experiment.kind === 'database'
    ? runOnDatabase(experiment, experiment.claim.at, bench)
    : experiment.run(experiment.claim.at, seed);

/** The same run, as if every case had come out like the first. */
const levelled = (experiment: Experiment, { values, plans }: Result): Result => {
  const first = experiment.cases[0]?.id ?? '';
  const all = <Of>(by: Readonly<Record<string, Of>> | undefined) =>
    Object.fromEntries(
      experiment.cases.flatMap(({ id }) => (by?.[first] ? [[id, by[first]]] : [])),
    );
  return { values: all(values), plans: all(plans) };
};

describe.each(experiments.map((one) => [one.slug, one] as const))('%s', (_, experiment) => {
  let result: Result;
  beforeAll(async () => {
    result = await run(experiment);
  }, 180_000);

  it(experiment.claim.says, () => {
    expect(experiment.claim.holds(result), JSON.stringify(result.values)).toBe(true);
  });

  it('would not keep that promise if nothing had been repaired', () => {
    expect(experiment.claim.holds(levelled(experiment, result))).toBe(false);
  });

  it('finds every metric in every case, and says what came out', () => {
    for (const { id } of experiment.cases) {
      for (const metric of experiment.metrics) {
        expect(result.values[id]?.[metric.id]).toBeGreaterThanOrEqual(0);
      }
    }
    const words = experiment.explain(result, experiment.claim.at);
    expect(words.length).toBeGreaterThan(0);
    expect(words.join(' ')).not.toMatch(/NaN|undefined|Infinity|e[-+]\d/);
  });
});

it('keeps its promises whatever the dice say', () => {
  for (const experiment of experiments) {
    if (experiment.kind !== 'simulation') continue;
    for (let seed = 2; seed < 12; seed++) {
      const result = experiment.run(experiment.claim.at, seed);
      expect(experiment.claim.holds(result), `${experiment.slug}, seed ${seed}`).toBe(true);
    }
  }
});

it('leaves nothing behind that changes the next run', async () => {
  const rules = experiments.find(({ slug }) => slug === 'rules-once');
  if (rules?.kind !== 'database') throw new Error('There is no experiment on privacy rules');
  const settings = { rows: 1_000 };
  const first = await runOnDatabase(rules, settings, bench);
  const second = await runOnDatabase(rules, settings, bench);
  expect(second.plans).toEqual(first.plans);
}, 180_000);
