import { visitor } from '#src/capacity/constants/visitor.ts';
import { amount } from './amount.ts';
import { found, type Settings, type Simulation, set } from './experiment.ts';

/** Round trips until a new encrypted connection can be used: one for TCP, one for TLS 1.3. */
const HANDSHAKE = 2;
/** The document, then what it names; within the two, files come side by side. */
const STATIC_ROUNDS = 2;
/** Milliseconds to a server in the visitor's own region: the near end of the capacity model's range. */
const NEAR = visitor.rtt.from * 1000;

interface Way {
  /** Seconds there and back to where pages and pictures come from, and to where data comes from. */
  readonly files: number;
  readonly data: number;
  /** Whether both come over one connection, from one server. */
  readonly together: boolean;
}

/** Round trips × time + bytes × 8 ÷ bandwidth, as the capacity model reckons what lies outside the server. */
function screen(way: Way, settings: Settings): number {
  const trips =
    (HANDSHAKE + STATIC_ROUNDS) * way.files +
    (way.together ? 0 : HANDSHAKE * way.data) +
    set(settings, 'rounds') * way.data;
  return trips + (set(settings, 'megabytes') * 8) / set(settings, 'mbit');
}

export const distance: Simulation = {
  kind: 'simulation',
  slug: 'distance',
  title: 'One server far away, a CDN, or both near',
  question: 'It is fast for me. Why do people abroad say it is slow?',
  controls: [
    {
      id: 'rtt',
      label: 'From the visitor to your server and back',
      kind: 'slider',
      options: [
        { value: NEAR, label: `${NEAR} ms, the same region` },
        { value: 75, label: '75 ms, London to New York' },
        { value: 110, label: '110 ms, Los Angeles to Tokyo' },
        { value: 170, label: '170 ms, London to Singapore' },
        { value: 195, label: '195 ms, New York to Sydney' },
      ],
      initial: 170,
    },
    {
      id: 'rounds',
      label: 'Requests for data, one after another',
      kind: 'slider',
      options: [1, 2, 5, 10, 20].map((value) => ({ value, label: String(value) })),
      initial: 5,
    },
    {
      id: 'megabytes',
      label: 'Page and pictures',
      kind: 'slider',
      options: [0.2, 0.5, 1, 3, 8].map((value) => ({ value, label: `${value} MB` })),
      initial: 0.5,
    },
    {
      id: 'mbit',
      label: 'The visitor’s line',
      kind: 'choice',
      options: [
        { value: visitor.mbit.from, label: `slow 4G, ${visitor.mbit.from} Mbit/s` },
        { value: 10, label: '4G, 10 Mbit/s' },
        { value: visitor.mbit.to, label: `home, ${visitor.mbit.to} Mbit/s` },
      ],
      initial: 10,
    },
  ],
  sources: [
    {
      text: 'Times between cities: the middle of what geocables.com lists, 22 November 2026',
      href: 'https://geocables.com/internet-latency',
    },
    {
      text: 'Slow 4G: what Lighthouse tests phones with, 20 August 2026',
      href: 'https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md',
    },
  ],
  metrics: [{ id: 'seconds', label: 'Time until the screen is complete', unit: 'seconds' }],
  cases: [
    { id: 'far', label: 'One far server', good: false },
    { id: 'cdn', label: 'With a CDN', good: true },
    { id: 'near', label: 'Data near too', good: true },
  ],
  setting: (settings) =>
    `${set(settings, 'rtt')} ms, ${set(settings, 'rounds')} requests in turn, ${set(settings, 'megabytes')} MB at ${set(settings, 'mbit')} Mbit/s`,
  run: (settings) => {
    const far = set(settings, 'rtt') / 1000;
    const near = Math.min(far, NEAR / 1000);
    return {
      values: {
        far: { seconds: screen({ files: far, data: far, together: true }, settings) },
        cdn: { seconds: screen({ files: near, data: far, together: false }, settings) },
        near: { seconds: screen({ files: near, data: near, together: false }, settings) },
      },
    };
  },
  explain: (result, settings) => {
    const [far, cdn, near] = ['far', 'cdn', 'near'].map((id) => found(result, id, 'seconds')) as [
      number,
      number,
      number,
    ];
    const bytes = (set(settings, 'megabytes') * 8) / set(settings, 'mbit');
    const rounds = set(settings, 'rounds');
    if (set(settings, 'rtt') <= NEAR) {
      return [
        'The server is near already: a CDN gains nothing for this visitor. Set another distance.',
      ];
    }
    return [
      `From one far server the screen takes ${amount(far, 'seconds')}, with a CDN ${amount(cdn, 'seconds')}, with the data in the visitor’s region too ${amount(near, 'seconds')}.`,
      bytes > far / 2
        ? `${amount(bytes, 'seconds')} of it is the line itself, carrying ${set(settings, 'megabytes')} MB, and no CDN shortens that. Make the pictures smaller first.`
        : rounds > 1
          ? `The way is walked ${rounds} times for data alone. Asking once in place of ${rounds} times takes ${amount(((rounds - 1) * set(settings, 'rtt')) / 1000, 'seconds')} off without moving anything.`
          : 'One request for all the data: the way is walked as seldom as can be. What is left is distance.',
      'Reckoned without the slow beginning of each connection, so a real one takes somewhat longer.',
    ];
  },
  claim: {
    says: 'At 170 ms and five requests in turn, a CDN saves a fifth of a second or more, and data in the region makes the screen at least twice as quick.',
    at: { rtt: 170, rounds: 5, megabytes: 0.5, mbit: 10 },
    holds: (result) =>
      found(result, 'far', 'seconds') - found(result, 'cdn', 'seconds') > 0.2 &&
      found(result, 'far', 'seconds') > 2 * found(result, 'near', 'seconds'),
  },
};
