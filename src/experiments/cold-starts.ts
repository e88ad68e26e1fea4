import { amount, number } from './amount.ts';
import { found, type Settings, type Simulation, set } from './experiment.ts';
import { type Host, host } from './instances.ts';
import { chance, p95 } from './random.ts';

/** A link is shared: all of them come within so many seconds. */
const SECONDS = 10;
/** Seconds of one request's own work. */
const WORK = 0.2;
/** Requests side by side in one instance where the host allows it. */
const TOGETHER = 50;

const hosts = (settings: Settings): Readonly<Record<'alone' | 'shared' | 'warm', Host>> => {
  const common = { coldStart: set(settings, 'coldStart'), work: WORK };
  return {
    alone: { ...common, together: 1, warm: 0 },
    shared: { ...common, together: TOGETHER, warm: 0 },
    warm: { ...common, together: TOGETHER, warm: 1 },
  };
};

export const coldStarts: Simulation = {
  kind: 'simulation',
  slug: 'cold-starts',
  title: 'A burst of visitors meets sleeping functions',
  question: 'Why is the first visit after a quiet hour so slow?',
  controls: [
    {
      id: 'visitors',
      label: `Visitors within ${SECONDS} seconds`,
      kind: 'slider',
      options: [1, 10, 50, 200, 1_000].map((value) => ({ value, label: number(value) })),
      initial: 200,
    },
    {
      id: 'coldStart',
      label: 'Starting an instance takes',
      kind: 'slider',
      options: [
        { value: 0.27, label: '0.27 s, a small bundle on Lambda' },
        { value: 1, label: '1 s' },
        { value: 3.2, label: '3.2 s, a 64 MB bundle on Lambda' },
        { value: 10, label: '10 s' },
      ],
      initial: 3.2,
    },
  ],
  sources: [
    {
      text: 'Starts on Lambda: Node 20 with 256 MB, measured by A. Tanasa, 20 November 2023',
      href: 'https://gist.github.com/adriantanasa/06a9cbc36744ef0bf946255e9e75efbe',
    },
  ],
  metrics: [
    { id: 'p95', label: 'Answer time that 95 of 100 stay below', unit: 'seconds' },
    { id: 'cold', label: 'Visitors who wait for a start', unit: 'share' },
    { id: 'instances', label: 'Instances started or running', unit: 'count' },
  ],
  cases: [
    { id: 'alone', label: 'One by one', good: false },
    { id: 'shared', label: `${TOGETHER} at a time`, good: true },
    { id: 'warm', label: 'One kept warm', good: true },
  ],
  setting: (settings) =>
    `${number(set(settings, 'visitors'))} visitors, ${set(settings, 'coldStart')} s to start`,
  run: (settings, seed) => {
    const visitors = set(settings, 'visitors');
    const random = chance(seed);
    const moments = Array.from({ length: visitors }, () => random() * SECONDS).sort(
      (a, b) => a - b,
    );
    return {
      values: Object.fromEntries(
        Object.entries(hosts(settings)).map(([id, kind]) => {
          const { times, cold, instances } = host(kind, moments);
          return [id, { p95: p95(times), cold: cold / moments.length, instances }];
        }),
      ),
    };
  },
  explain: (result, settings) => {
    const of = (id: string) => found(result, id, 'p95');
    return [
      `95 of 100 visitors have their answer within ${amount(of('alone'), 'seconds')} when each instance serves one at a time, ${amount(of('shared'), 'seconds')} when it serves ${TOGETHER}, ${amount(of('warm'), 'seconds')} when one is kept warm.`,
      `Served one by one, every visitor who comes while the others are busy wakes an instance of her own, ${number(found(result, 'alone', 'instances'))} in all, and each of them opens connections to the database of its own.`,
      `The start itself takes ${amount(set(settings, 'coldStart'), 'seconds')} and the request only ${amount(WORK, 'seconds')}. A smaller bundle shortens the start; an instance that serves many, or one that never sleeps, spares most visitors from it.`,
    ];
  },
  claim: {
    says: 'With 200 visitors in ten seconds and a start of 3.2 s, one warm instance keeps everybody from waiting for a start, and one-by-one needs at least ten times as many instances as sharing.',
    at: { visitors: 200, coldStart: 3.2 },
    holds: (result) =>
      found(result, 'warm', 'cold') === 0 &&
      found(result, 'alone', 'cold') > 0.2 &&
      found(result, 'alone', 'instances') >= 10 * found(result, 'shared', 'instances') &&
      found(result, 'alone', 'p95') > 5 * found(result, 'warm', 'p95'),
  },
};
