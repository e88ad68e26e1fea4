import { type Lab, prepare, type Run, run } from '../drive.ts';
import { configuration, type Draft } from '../lab/configuration.ts';
import { THINK } from '../load/generator.ts';
import { median, spread } from '../percentile.ts';

/** Runs of each load, the middle one of which counts. */
const REPETITIONS = 3;

const subject = (draft: Partial<Draft>) =>
  configuration({ ...draft, name: 'figure', about: 'A figure.', use: 'calibration' });

/** Runs a load several times, each with other users. */
async function repeated(
  lab: Lab,
  draft: Partial<Draft>,
  level: Omit<Parameters<typeof run>[3], 'seed'>,
): Promise<Run[]> {
  const each = subject(draft);
  const prepared = await prepare(lab, each);
  try {
    const runs: Run[] = [];
    for (let seed = 1; seed <= (lab.quick ? 1 : REPETITIONS); seed++)
      runs.push(await run(lab, each, prepared, { ...level, seed }));
    return runs;
  } finally {
    await prepared.stop();
  }
}

/** The middle of each of these, how many runs there were, and how far they lie apart. */
export function middle<K extends 'p50' | 'p95' | 'perSecond' | 'seen'>(
  runs: readonly Pick<Run, K>[],
  value: K,
  unit: string,
  others: readonly K[],
): object {
  const of = (key: K) => runs.map((run) => run[key] as number);
  return {
    value: median(of(value)),
    ...{ unit, n: runs.length, spread: spread(of(value)) },
    ...Object.fromEntries(others.map((key) => [key, median(of(key))])),
  };
}

/** Answers a second that eight clients get without thinking, by how the app reaches the database. */
export async function connectOrPool(lab: Lab): Promise<object[]> {
  const figures: object[] = [];
  for (const [name, way, draft] of [
    ['each', 'a new connection for each request', { screen: { connect: 'each' } }],
    [
      'each-encrypted',
      'a new encrypted connection for each request',
      { screen: { connect: 'each' }, database: { tls: true } },
    ],
    ['pool', 'a pool of ten', {}],
  ] as const) {
    const level = { users: 8, think: { least: 0, most: 0 }, warm: 2, window: 6 };
    const runs = await repeated(lab, { indexed: true, ...draft }, level);
    figures.push({ name, way, ...middle(runs, 'perSecond', 'answers a second', ['p95', 'seen']) });
  }
  return figures;
}

/** 600 users of one list of a million unindexed rows that is kept for five seconds. */
export async function cacheOrNot(lab: Lab): Promise<object[]> {
  const figures: object[] = [];
  for (const [name, way, cache] of [
    ['none', 'no cache', undefined],
    ['alone', 'all who miss ask the database', { seconds: 5, together: false }],
    ['together', 'who miss together wait for one query', { seconds: 5, together: true }],
  ] as const) {
    const draft = { rows: 1_000_000, ...(cache && { screen: { cache } }) };
    const level = { users: 600, think: THINK, warm: 12, window: 20 };
    const runs = await repeated(lab, draft, level);
    figures.push({ name, way, ...middle(runs, 'p95', 's', ['p50', 'perSecond', 'seen']) });
  }
  return figures;
}
