import { describe, expect, it } from 'vitest';
import { configuration } from './lab/configuration.ts';
import type { Observation } from './observation.ts';
import { firstOfVisit, firstToGive, fullness } from './reading.ts';

const seen = (part: Partial<Observation>): Observation => ({
  ...{
    requests: 1000,
    queries: 1000,
    failures: { connections: 0, timeLimit: 0, other: 0 },
    waited: 0,
    held: 0,
  },
  ...{
    busy: 0.1,
    open: 0,
    seconds: 10,
    database: 0.1,
    core: 0.15,
    pooler: 0,
    app: 0.1,
    disk: 0,
    others: 0,
  },
  ...part,
});

const alone = seen({ requests: 10, queries: 10, held: 0.2 });

const read = (draft: object, part: Partial<Observation>) => readWith(0.05, draft, part);

const readWith = (generator: number, draft: object, part: Partial<Observation>) => {
  const subject = configuration({ name: 'x', about: 'x', use: 'calibration', ...draft });
  const observation = seen(part);
  return firstToGive(subject, observation, fullness(subject, observation, alone, generator));
};

describe('the first part to give', () => {
  it('is the processor although it also fills the pool behind it', () => {
    expect(read({}, { database: 0.98, held: 99 })).toBe('cpu');
  });

  it('is the processor when the kernel fills what is left of its core', () => {
    expect(read({}, { database: 0.8, core: 0.99, held: 99 })).toBe('cpu');
  });

  it('is the processor when it is full of what the load generator leaves', () => {
    expect(readWith(0.2, {}, { database: 0.68, core: 0.88, held: 99 })).toBe('cpu');
  });

  it('is the fullest by itself, not the one that the load generator fills up', () => {
    expect(readWith(0.2, {}, { database: 0.76, core: 0.97, busy: 0.82 })).toBe('function');
  });

  it('is not the processor when the load generator fills it', () => {
    expect(read({}, { database: 0.4, core: 0.48, held: 99 })).toBe('pool');
  });

  it('is the pool when nothing that does work is full', () => {
    expect(read({}, { held: 97 })).toBe('pool');
  });

  it('is the server when its one thread is', () => {
    expect(read({}, { busy: 0.97, app: 0.9, database: 0.6 })).toBe('function');
  });

  it('is the connections when they are what is refused, even with a full processor', () => {
    const failures = { connections: 40, timeLimit: 0, other: 0 };
    expect(read({ screen: { connect: 'each' } }, { database: 0.98, failures })).toBe('connections');
  });

  it('is the function when its time limit ends what an idle database would have answered', () => {
    expect(read({}, { failures: { connections: 0, timeLimit: 100, other: 0 } })).toBe('function');
  });

  it('is the disk when that reads all it may', () => {
    expect(read({ database: { disk: 50 } }, { disk: 49, database: 0.3, held: 99 })).toBe('disk');
  });

  it('is the pool when the disk reads all it may, yet for each query as fast as for a lone one', () => {
    const disk = { database: { disk: 50 }, screen: { connect: 2 } };
    expect(read(disk, { disk: 49, database: 0.3, held: 19.8 })).toBe('pool');
  });

  it('stays unexplained when every part has room', () => {
    expect(read({}, {})).toBe('unexplained');
  });
});

describe('what a single visitor waits for', () => {
  it('is her device where no line slows what comes, however much she receives', () => {
    const visit = { total: 2.3, parse: 0.6, filter: 0.4, compressed: 14_530_000 };
    expect(firstOfVisit({ network: 'local' }, visit)).toBe('device');
  });

  it('is her line where that needs more than half of the time', () => {
    const line = { network: 'slow4g' } as const;
    expect(firstOfVisit(line, { total: 3, compressed: 560_000 })).toBe('network');
    expect(firstOfVisit(line, { total: 3, compressed: 180_000 })).toBe('device');
  });
});
