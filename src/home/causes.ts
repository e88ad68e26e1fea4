import type { Answers } from '#src/quiz/answers.ts';
import type { Anchor } from '#src/report/repair-words.ts';
import { example } from './example.ts';

/** One of the six causes: what happens, and the answer that makes the example app suffer from it alone. */
export interface Cause {
  readonly name: string;
  readonly title: string;
  readonly line: string;
  /** Section of the article on scaling issues. */
  readonly anchor: Anchor;
  readonly defect: Answers;
}

/** The example app built without any of the six; with a server of its own, so that it can have each of them. */
export const sound: Answers = {
  ...example,
  builder: 'v0',
  backend: 'supabase',
  list: 'page',
  indexes: 'yes',
  rules: 'once',
  requests: 'few',
  cache: 'shared',
  delivery: 'cdn',
  connection: 'api',
  slow: 'background',
  live: 'no',
};

export const causes: readonly Cause[] = [
  {
    name: 'Logic',
    title: 'The browser does the server’s work',
    line: 'Every visitor downloads the whole list and has the phone sort and filter it.',
    anchor: 'logic-on-the-server',
    defect: { list: 'all' },
  },
  {
    name: 'Indexes',
    title: 'The database reads every row',
    line: 'To find twenty orders without an index it goes through all of them, for everybody, each time.',
    anchor: 'indexes',
    defect: { indexes: 'no' },
  },
  {
    name: 'Caching',
    title: 'The same answer is fetched again',
    line: 'What changes once an hour is asked for with every click, and worked out anew.',
    anchor: 'caching',
    defect: { cache: 'database' },
  },
  {
    name: 'CDN',
    title: 'Everything comes from one place',
    line: 'A server an ocean away and pictures as uploaded: seconds go by before your code has a turn.',
    anchor: 'cdn',
    defect: { delivery: 'server' },
  },
  {
    name: 'Connections',
    title: 'The places run out',
    line: 'A database takes a fixed number of connections. When each request opens its own, the next one gets an error.',
    anchor: 'connections',
    defect: { connection: 'each' },
  },
  {
    name: 'Architecture',
    title: 'The load outgrows the visitors',
    line: 'Live updates of whole tables to everybody: twice the people, four times the messages.',
    anchor: 'architecture',
    defect: { live: 'table' },
  },
];
