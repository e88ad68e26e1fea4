import { range } from '../range.ts';
import type { Sources } from './constant.ts';
import { core } from './core.ts';

/** The visitor, her line and her device. */
export const visitor = {
  /** Seconds between one screen and the next click. */
  think: range(7, 30),
  /** Seconds there and back to the server. */
  rtt: range(0.02, 0.15),
  /** Megabits per second. */
  mbit: range(1.6, 50),
  /** Device against a fast laptop: 1, ordinary phone 2.5, slow phone 4. */
  device: range(1, 4),
  /** On a fast laptop: seconds to receive and to parse a byte, to filter a row, to draw a row. */
  receive: core.receive,
  parse: core.parse,
  filter: core.filter,
  draw: core.draw,
  /** Bytes before compression for one on the line. */
  gzip: range(4, 7),
} as const;

const browser = {
  source: 'Own measurement by npm run measure: content/measurements/browser.json',
  date: '2026-11-23',
};

export const visitorSources = (): Sources<typeof visitor> => ({
  think: {
    unit: 's',
    source:
      'From the mean of 7 s that TPC-W prescribes for shop visitors (tpc.org, TPC-W 1.8) to about half of the 54 s that people stay on a page (Contentsquare 2021, quoted at socialmediading.com): they click through an app faster than they read',
    date: '2026-11-23',
  },
  rtt: {
    unit: 's',
    source:
      'From a near fibre line to the 150 ms of slow 4G (GoogleChrome/lighthouse docs/throttling.md @f8eac39)',
    date: '2026-08-20',
  },
  mbit: {
    unit: 'Mbit/s',
    source:
      'From the 1.6 Mbit/s of slow 4G (GoogleChrome/lighthouse docs/throttling.md @f8eac39) to a good home line',
    date: '2026-08-20',
  },
  device: {
    unit: 'times a fast laptop',
    source:
      'Lighthouse slows the processor by 4 for a mid-range phone (docs/throttling.md @f8eac39)',
    date: '2026-08-20',
  },
  receive: { unit: 's a byte', ...browser },
  parse: { unit: 's a byte', ...browser },
  filter: { unit: 's a row', ...browser },
  draw: { unit: 's a row', ...browser },
  gzip: { unit: 'bytes a byte', ...browser },
});
