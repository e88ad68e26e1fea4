import { type Lab, prepare, run } from '../drive.ts';
import { configuration, type Draft } from '../lab/configuration.ts';
import { THINK } from '../load/generator.ts';

const subject = (draft: Partial<Draft>) =>
  configuration({ ...draft, name: 'figure', about: 'A figure.', use: 'calibration' });

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
    const each = subject({ indexed: true, ...draft });
    const prepared = await prepare(lab, each);
    try {
      const level = { users: 8, think: { least: 0, most: 0 }, warm: 2, window: 6, seed: 1 };
      const { perSecond, p95, seen } = await run(lab, each, prepared, level);
      figures.push({ name, way, value: perSecond, unit: 'answers a second', p95, seen });
    } finally {
      await prepared.stop();
    }
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
    const each = subject({ rows: 1_000_000, ...(cache && { screen: { cache } }) });
    const prepared = await prepare(lab, each);
    try {
      const { p50, p95, perSecond, seen } = await run(lab, each, prepared, {
        users: 600,
        think: THINK,
        warm: 12,
        window: 20,
        seed: 1,
      });
      figures.push({ name, way, value: p95, unit: 's', p50, perSecond, seen });
    } finally {
      await prepared.stop();
    }
  }
  return figures;
}
