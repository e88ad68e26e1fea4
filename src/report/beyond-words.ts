/** What to do about a part that gives although every repair is done. Pure text. */
import { firebasePlans } from '#src/capacity/constants/firebase.ts';
import type { Resource } from '#src/capacity/rating.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { backendOf } from '#src/quiz/questions.ts';
import type { Beyond, Report } from './report.ts';
import { planned } from './words.ts';

export interface BeyondWords {
  /** What gives, as a heading, and why no repair of the list mends it. */
  readonly title: string;
  readonly means: string;
  /** What holds more. */
  readonly steps: readonly string[];
}

const words: Readonly<Record<Resource, BeyondWords>> = {
  device: {
    title: 'A slow phone takes too long',
    means: 'It reads and draws for more than three seconds, however fast the server answers.',
    steps: [
      'Let a screen do less before it shows something: fewer scripts and parts, the rest when somebody asks for it.',
      'Try it on the slowest phone that your visitors have.',
    ],
  },
  network: {
    title: 'The line is too slow for a screen',
    means: 'The bytes, or the ways there and back, take more than three seconds.',
    steps: [
      'Fetch less for a screen, in fewer rounds that wait for one another.',
      'Run server and database near your visitors.',
    ],
  },
  function: {
    title: 'One server is not enough',
    means: 'It has more to work out at this load than it has time for.',
    steps: [
      'Run two or more servers beside one another, or functions that start as they are needed.',
    ],
  },
  connections: {
    title: 'The database has too few places',
    means: 'More requests need a connection at once than it takes.',
    steps: [
      'Take a larger size of database: its places grow with it.',
      'Let each function keep one connection, and give it back before it waits.',
    ],
  },
  pool: {
    title: 'The pool has too few places',
    means: 'Requests wait for a place before the database is asked.',
    steps: [
      'Raise the places of the pool, up to what the database takes.',
      'Take a larger size of database where that is reached.',
    ],
  },
  cpu: {
    title: 'The database’s processor is not enough',
    means: 'Even repaired queries are more work at this load than its cores can do.',
    steps: [
      'Take a size with more cores: twice the cores hold about twice as many.',
      'Let copies of the database answer what is only read.',
    ],
  },
  disk: {
    title: 'The table outgrew the database’s memory',
    means: 'Rows come from the disk, and it reads more slowly than people ask.',
    steps: [
      'Take a size whose memory holds the table and its indexes.',
      'Move old rows into a table of their own.',
    ],
  },
  realtime: {
    title: 'The plan has too few live updates',
    means: 'Each open screen takes a connection and its messages, and the plan counts both.',
    steps: [
      'Ask again once a minute in place of live updates, where a minute is early enough.',
      'Ask the provider for a higher limit, or use a service made for live updates.',
    ],
  },
  thirdParty: {
    title: 'The service that the app calls takes too few calls',
    means: 'At this load it refuses some of them.',
    steps: [
      'Ask the service for a higher rate.',
      'Put the calls into a queue that keeps to its rate.',
    ],
  },
  quota: {
    title: 'What the plan includes is too little',
    means: 'It is used up at this load, and requests fail until it starts anew.',
    steps: [
      'Move to a plan that bills by use, with an alert on the same day.',
      'Read less for a screen.',
    ],
  },
};

const onBubble: Partial<Record<Resource, BeyondWords>> = {
  device: {
    ...words.device,
    steps: [
      'Split the page, and take out plugins and hidden groups that it can do without.',
      'What stays too slow needs pages that another tool makes.',
    ],
  },
  function: {
    title: 'Bubble’s servers are not enough',
    means: 'They search and check for every visitor, and no setting of the app makes them faster.',
    steps: [
      'Ask Bubble what a dedicated server holds.',
      'Or move the lists that most people open to a database of your own.',
    ],
  },
};

const onFirebase: Partial<Record<Resource, BeyondWords>> = {
  quota: {
    title: 'One collection takes too few writes',
    means: `Where documents are indexed by time, Firestore takes about ${firebasePlans.blaze.writes} writes a second.`,
    steps: ['Leave that field out of the index, or spread the writes over several collections.'],
  },
};

/** What gives and what holds more, in words that fit the platform. */
export function beyondWords({ resource }: Beyond, answers: Answers): BeyondWords {
  const backend = backendOf(answers);
  const own = backend === 'bubble' ? onBubble : backend === 'firebase' ? onFirebase : {};
  return own[resource] ?? words[resource];
}

/** How many apps it breaks with every repair done. */
export function beyondSentence(report: Report, { breaks }: Beyond): string {
  const done = report.plan.length > 0 ? 'With every repair done, ' : '';
  const crowd = `${planned(report)} users at once`;
  return `${done}${crowd} still break ${breaks} of 100 apps with your answers here.`;
}
