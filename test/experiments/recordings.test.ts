import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everySetting, initial, keyOf } from '#src/experiments/experiment.ts';
import { experiments } from '#src/experiments/library.ts';
import { recordingOf } from '#src/experiments/recording.ts';
import { version } from '#src/postgres/version.ts';

const folder = new URL('../../content/measurements/experiments/', import.meta.url);
const read = (slug: string): unknown =>
  JSON.parse(readFileSync(new URL(`${slug}.json`, folder), 'utf8'));
const onDatabase = experiments.filter(({ kind }) => kind === 'database');

describe.each(onDatabase.map((one) => [one.slug, one] as const))('%s', (slug, experiment) => {
  const recording = recordingOf(experiment, read(slug));

  it('is recorded at every setting that a reader can choose', () => {
    expect(recording.runs.map(({ settings }) => keyOf(settings)).sort()).toEqual(
      everySetting(experiment).map(keyOf).sort(),
    );
  });

  it('is recorded with the PostgreSQL that the page runs', () => {
    expect(recording.database).toContain(`PGlite ${version.pglite}`);
    expect(recording.database).toContain(`PostgreSQL ${version.postgres}`);
  });

  it('keeps its promise in the recorded run too', () => {
    const run = recording.runs.find(
      ({ settings }) => keyOf(settings) === keyOf(experiment.claim.at),
    );
    expect(run && experiment.claim.holds({ values: run.values, plans: run.plans ?? {} })).toBe(
      true,
    );
  });
});

it('has a recording of every database experiment and of nothing else', () => {
  expect(readdirSync(folder).sort()).toEqual(onDatabase.map(({ slug }) => `${slug}.json`).sort());
});

it('starts every control at one of its stops', () => {
  for (const experiment of experiments) {
    for (const { id, options } of experiment.controls) {
      expect(options.map(({ value }) => value)).toContain(initial(experiment)[id]);
    }
  }
});

it('refuses a recording with anything in it that is not expected', () => {
  const [first] = onDatabase;
  if (!first) throw new Error('There is no database experiment');
  const raw = read(first.slug) as Record<string, unknown>;
  expect(() => recordingOf(first, { ...raw, extra: 1 })).toThrow(/npm run measure:experiments/);
  expect(() => recordingOf(first, undefined)).toThrow(/missing/);
});
