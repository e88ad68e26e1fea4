import { amount, number } from './amount.ts';
import { found, type Settings, type Simulation, set } from './experiment.ts';
import { chance, gap } from './random.ts';

const HOURS = 2;

const lifetimes = [
  { value: 1, label: '1 second' },
  { value: 10, label: '10 seconds' },
  { value: 60, label: '1 minute' },
  { value: 600, label: '10 minutes' },
  { value: 3600, label: '1 hour' },
];

/**
 * Share of requests that a cache answers when `rate` a second ask for one thing and a copy lives for
 * `lifetime` seconds from the miss that made it: of each miss and the rate × lifetime hits that follow.
 */
export const hitShare = (rate: number, lifetime: number) =>
  (rate * lifetime) / (1 + rate * lifetime);

const rateOfOne = (settings: Settings) => set(settings, 'perMinute') / 60 / set(settings, 'things');

export const cacheLifetime: Simulation = {
  kind: 'simulation',
  slug: 'cache-lifetime',
  title: 'How long may a copy live?',
  question: 'Do I need a cache when my data changes all the time?',
  controls: [
    {
      id: 'perMinute',
      label: 'Requests a minute',
      kind: 'slider',
      options: [10, 60, 300, 1_000, 5_000].map((value) => ({ value, label: number(value) })),
      initial: 1_000,
    },
    {
      id: 'things',
      label: 'Different lists that they ask for',
      kind: 'slider',
      options: [1, 10, 100, 1_000, 10_000].map((value) => ({ value, label: number(value) })),
      initial: 10,
    },
    { id: 'lifetime', label: 'A copy lives for', kind: 'slider', options: lifetimes, initial: 60 },
  ],
  metrics: [
    { id: 'asked', label: 'Questions to the database in a minute', unit: 'count' },
    { id: 'age', label: 'Age of what a visitor sees, on average', unit: 'seconds' },
  ],
  cases: [
    { id: 'none', label: 'No cache', good: false },
    { id: 'cached', label: 'Shared cache', good: true },
  ],
  setting: (settings) => {
    const lifetime = lifetimes.find(({ value }) => value === set(settings, 'lifetime'));
    return `${number(set(settings, 'perMinute'))} requests a minute for ${number(set(settings, 'things'))} lists, kept ${lifetime?.label ?? ''}`;
  },
  run: (settings, seed) => {
    const random = chance(seed);
    const [perMinute, things, lifetime] = [
      set(settings, 'perMinute'),
      set(settings, 'things'),
      set(settings, 'lifetime'),
    ];
    const made = new Float64Array(things).fill(-Infinity);
    let [all, misses, ages] = [0, 0, 0];
    const end = HOURS * 3600;
    for (let now = 0; now < end; now += gap(perMinute / 60, random)) {
      const thing = Math.floor(random() * things);
      const age = now - (made[thing] ?? -Infinity);
      all += 1;
      if (age <= lifetime) ages += age;
      else {
        misses += 1;
        made[thing] = now;
      }
    }
    const minutes = HOURS * 60;
    return {
      values: {
        none: { asked: all / minutes, age: 0 },
        cached: { asked: misses / minutes, age: ages / all },
      },
    };
  },
  explain: (result, settings) => {
    const asked = found(result, 'cached', 'asked');
    const share = 1 - asked / found(result, 'none', 'asked');
    const rate = rateOfOne(settings);
    return [
      `The cache answers ${amount(share, 'share')} of the requests; the database is asked ${number(asked)} times a minute in place of ${number(found(result, 'none', 'asked'))}.`,
      share > 0.5
        ? `The price: what a visitor sees is ${amount(found(result, 'cached', 'age'), 'seconds')} old on average, and never older than the life you set. Ask yourself who would notice.`
        : 'Each list is asked for so seldom that its copy has mostly gone before the next visitor comes. Here a cache helps little; spend the effort on the query.',
      `For one list, ${amount(rate * set(settings, 'lifetime'), 'count')} requests fall into the life of a copy. The share that is answered from it is that number divided by itself plus one, ${amount(hitShare(rate, set(settings, 'lifetime')), 'share')} by reckoning: the more visitors come, the better it gets.`,
    ];
  },
  claim: {
    says: 'At 1,000 requests a minute for ten lists, a life of one minute keeps nine in ten requests from the database.',
    at: { perMinute: 1_000, things: 10, lifetime: 60 },
    holds: (result) => found(result, 'cached', 'asked') < 0.1 * found(result, 'none', 'asked'),
  },
};
