import { gainOf } from '#src/articles/gain.ts';
import type { Card } from './card.ts';

/** A page that is no article, as it is introduced to those who do not see it. */
interface Introduced {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  /** What a visitor finds there. */
  readonly line: string;
}

export const introduced: readonly Introduced[] = [
  {
    path: '/',
    kind: 'Rated load',
    title: 'How many people can your app hold at once?',
    line: 'What the site does, shown on an example app, and the six places where an app gives',
  },
  {
    path: '/quiz/',
    kind: 'Rate your app',
    title: 'A few questions, and you know what it holds',
    line: 'Questions about an app; the rated load, what gives first and what each repair buys',
  },
  {
    path: '/scan/',
    kind: 'Scan your code',
    title: 'Let your code answer',
    line: 'Reads a project in the browser and finds the lists, queries and rules that will not bear a crowd',
  },
  {
    path: '/scan/rules/',
    kind: 'Scan your code',
    title: 'What the scan looks for',
    line: 'Each finding of the scan: what it means, when it is harmless, and its repair',
  },
  {
    path: '/scaling-issues/experiments/',
    kind: 'The bench',
    title: 'Do not take our word for it',
    line: 'Experiments on indexes, privacy rules, paging, connections, caches and distance, run by the reader on a real PostgreSQL',
  },
  {
    path: '/method/',
    kind: 'Method',
    title: 'How the number is made, and how right it is',
    line: 'What the capacity model assumes, what it predicted, and what was measured afterwards',
  },
  {
    path: '/method/scan/',
    kind: 'Method',
    title: 'How the scan was measured',
    line: 'What the scan finds and what it misses, measured on real projects',
  },
  {
    path: '/down/',
    kind: 'It is down now',
    title: 'The first five things, in this order',
    line: 'What to do when an app is down, each step safe and each can be taken back',
  },
  {
    path: '/book/',
    kind: 'Free call',
    title: 'Talk it through with an engineer',
    line: 'A free call about the load that an app has to hold',
  },
  {
    path: '/report/',
    kind: 'Report',
    title: 'What this app is rated for',
    line: 'The report of one app; its answers travel in the link',
  },
];

/** The image of a page that is no article; a page that has none of its own shows the home page's. */
export function pageCard(path: string): Card {
  const [home] = introduced;
  const page = introduced.find((each) => each.path === path) ?? home;
  if (!page) throw new Error('There is no page to introduce.');
  return { path: page.path, kind: page.kind, title: page.title, ...gainOf() };
}

export const pageCards = (): Card[] => introduced.map(({ path }) => pageCard(path));
