import { firebase } from '#src/capacity/constants/firebase.ts';
import { supabasePlans } from '#src/capacity/constants/supabase.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { backendOf } from '#src/quiz/questions.ts';
import type { RepairId } from './repairs.ts';

/** Sections of the article on scaling issues that hold the repairs. */
export type Anchor =
  'logic-on-the-server' | 'indexes' | 'caching' | 'cdn' | 'connections' | 'architecture';

/** A defect and its repair in a founder's words. */
export interface RepairWords {
  /** What is wrong, as a heading, and what follows from it. */
  readonly defect: string;
  readonly means: string;
  /** What to do, as a heading, and how. */
  readonly title: string;
  readonly steps: readonly string[];
  readonly anchor: Anchor;
}

const words: Readonly<Record<RepairId, RepairWords>> = {
  'page-on-server': {
    defect: 'Whole lists travel to the browser',
    means: 'Each visitor downloads rows that she never sees, and her phone sorts them.',
    title: 'Send one page of a list at a time',
    steps: [
      'Ask for 20 to 50 rows, and for the next ones when somebody scrolls.',
      'Let the database filter, sort and add up, and send only the columns that are shown.',
    ],
    anchor: 'logic-on-the-server',
  },
  'add-indexes': {
    defect: 'The database reads every row to find a few',
    means: 'The work for one screen grows with the table, although the screen stays the same.',
    title: 'Index what you filter and sort by',
    steps: [
      'List the queries that take the most time in total.',
      'Make one index for each: first the columns compared with “=”, then those sorted by.',
      'Check with “explain” that the database uses it.',
    ],
    anchor: 'indexes',
  },
  'rules-once': {
    defect: 'A privacy rule is worked out for every row',
    means: 'The rule costs more than the query, and costs it again with each row.',
    title: 'Let privacy rules ask once a query',
    steps: [
      'Write “(select auth.uid())” in place of “auth.uid()” in every rule.',
      'Turn a rule that looks into another table into a list that is fetched once.',
      'Index the columns that the rules compare.',
    ],
    anchor: 'logic-on-the-server',
  },
  'join-requests': {
    defect: 'One screen makes many requests',
    means: 'One visitor asks as much as a crowd.',
    title: 'Fetch a screen in one or two requests',
    steps: [
      'Find the request that repeats for each entry of a list.',
      'Fetch the list with what belongs to it in one request.',
    ],
    anchor: 'logic-on-the-server',
  },
  'pool-connections': {
    defect: 'Each request opens its own connection',
    means:
      'A database has a fixed number of places; when all are taken, visitors get errors, not waiting times.',
    title: 'Reach the database through a pooler',
    steps: [
      'Use the pooler’s address, in transaction mode.',
      'Let each function keep one connection at most.',
      'Give the connection back before waiting for another service.',
    ],
    anchor: 'connections',
  },
  'shared-cache': {
    defect: 'The same answer is worked out again and again',
    means: 'What changes once an hour reaches the database with every click.',
    title: 'Keep shared answers for a while',
    steps: [
      'Pick the lists that are the same for everybody, and say how old they may be.',
      'Let a stored copy answer them for that long: at the CDN, in a cache, or in a field of its own.',
      'Keep what belongs to one user in her browser only.',
    ],
    anchor: 'caching',
  },
  'use-cdn': {
    defect: 'Pages and pictures come the long way',
    means: 'Visitors wait for bytes before your code has a turn.',
    title: 'Deliver from a CDN, in the size that is shown',
    steps: [
      'Put a CDN in front of pages and pictures.',
      'Store pictures as WebP or AVIF, no larger than they are shown.',
    ],
    anchor: 'cdn',
  },
  'move-to-background': {
    defect: 'A click waits for something slow',
    means:
      'While it waits it holds a place, and the other service takes only so many calls a minute.',
    title: 'Do slow work in the background',
    steps: [
      'Answer the click at once and put the work into a queue.',
      'Work through the queue as fast as the other service allows, and try again when it refuses.',
      'Show the result when it is there.',
    ],
    anchor: 'architecture',
  },
  'narrow-live': {
    defect: 'Live updates reach everybody',
    means: 'Twice the visitors make four times the messages.',
    title: 'Send each visitor only her own updates',
    steps: [
      'Listen to one user’s or one room’s channel, never to a whole table.',
      'Where nothing has to be live, ask again once a minute, and only while the screen is in view.',
    ],
    anchor: 'architecture',
  },
  'bigger-plan': {
    defect: 'The database runs on a small plan',
    means: 'A shared processor, little memory and few places set the end.',
    title: `Move to the Large size, about $${supabasePlans['supabase-large'].price} a month`,
    steps: [
      'Do the repairs of the code first: they bring more and cost nothing each month.',
      'Change the compute size in the settings of the project, or of the tool that keeps the database for you; it is away for about two minutes.',
      'Lift the spending cap if you use live updates.',
    ],
    anchor: 'architecture',
  },
  'bigger-server': {
    defect: 'The database runs on a small server',
    means: 'A part of a core or one core, and little memory, set the end.',
    title: 'Move to four cores and 16 GB',
    steps: [
      'Do the repairs of the code first: they bring more and cost nothing each month.',
      'Choose the larger size at your provider, at an hour when few are there.',
    ],
    anchor: 'architecture',
  },
  'pay-as-you-go': {
    defect: 'The free plan counts reads by the day',
    means: `When the day’s ${firebase.freeReads.toLocaleString('en')} reads are used up, the app stops until the next day.`,
    title: 'Move to the plan that bills by use',
    steps: [
      'Read less first: one page of a list at a time.',
      'Switch to Blaze, and set a budget alert on the same day.',
    ],
    anchor: 'logic-on-the-server',
  },
  'more-workload': {
    defect: 'The plan counts Bubble’s work by the month',
    means:
      'When the month’s workload units are used up, the app goes offline or the rest is billed.',
    title: 'Allow overages or buy a workload tier',
    steps: [
      'In Settings, App plan, see what a day uses, and what happens at the limit.',
      'Allow overages with an alert, or buy a tier before the launch.',
    ],
    anchor: 'architecture',
  },
};

/** The defect and its repair, in words that fit the answers. */
export function repairWords(repair: RepairId, answers: Answers): RepairWords {
  const fit = words[repair];
  if (repair === 'use-cdn' && answers.delivery === 'large') {
    return {
      ...fit,
      defect: 'Pictures are sent as they were uploaded',
      title: 'Send pictures in the size that is shown',
    };
  }
  if (repair === 'rules-once' && answers.rules === 'off') {
    return {
      ...fit,
      defect: 'No rule says who may read which row',
      means: 'It costs no capacity, but anybody with the app’s public key can read everything.',
      title: 'Turn on privacy rules that ask once a query',
    };
  }
  if (repair === 'narrow-live' && answers.live === 'poll') {
    return {
      ...fit,
      defect: 'Every open screen asks again every few seconds',
      means: 'Visitors who only look on make as much work as those who click.',
      title: 'Ask less often, and only for what changed',
    };
  }
  if (repair === 'page-on-server' && backendOf(answers) === 'bubble') {
    return {
      ...fit,
      steps: [
        'Let “Do a search for” carry the constraints, not a filter behind it.',
        'Show 20 entries and load the next ones when somebody scrolls.',
      ],
    };
  }
  return fit;
}
