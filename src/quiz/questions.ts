/**
 * The questions of the risk quiz, as data. Everything else about the quiz (the schema of the
 * answers, the path, the link, the form) is derived from this list.
 */

/** Said by a visitor who cannot know; the model then uses the usual range and the band shows it. */
export const UNKNOWN = 'unknown';

/** What is inspected. `app` holds the questions that are needed to rate at all. */
export const AREAS = ['logic', 'data', 'caching', 'delivery', 'connections', 'growth'] as const;
export type Area = (typeof AREAS)[number];

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface Question {
  readonly id: string;
  readonly area: Area | 'app';
  readonly title: string;
  /** One or two sentences under the title: what is meant, where to look. */
  readonly help?: string;
  /** "Why we ask": the mechanism, in a founder's words. */
  readonly why: string;
  readonly options: readonly Option[];
  /** Asked only when the answers so far meet it; left out: always asked. */
  readonly when?: (answers: Readonly<Record<string, string | undefined>>) => boolean;
}

type Given = Readonly<Record<string, string | undefined>>;

/** The backend that the answers imply: a Lovable app lives on Supabase, a Bubble app on Bubble. */
export function backendOf(
  answers: Given,
): 'supabase' | 'firebase' | 'postgres' | 'bubble' | undefined {
  if (answers.builder === 'bubble') return 'bubble';
  if (answers.builder === 'lovable') return 'supabase';
  const { backend } = answers;
  return backend === 'supabase' || backend === 'firebase' || backend === 'postgres'
    ? backend
    : undefined;
}

const onSql = (a: Given) => !['firebase', 'bubble'].includes(backendOf(a) ?? '');
const hasServer = (a: Given) =>
  backendOf(a) === 'postgres' ||
  (backendOf(a) === 'supabase' && !['lovable', 'bolt'].includes(a.builder ?? ''));

export const questions = [
  {
    id: 'builder',
    area: 'app',
    title: 'What did you build it with?',
    why: 'Each tool has its habits and its hosting, so it decides which limits apply.',
    options: [
      { value: 'lovable', label: 'Lovable' },
      { value: 'bolt', label: 'Bolt' },
      { value: 'v0', label: 'v0' },
      { value: 'cursor', label: 'Cursor or another code assistant' },
      { value: 'replit', label: 'Replit' },
      { value: 'bubble', label: 'Bubble' },
      { value: 'code', label: 'Own code, or something else' },
    ],
  },
  {
    id: 'backend',
    area: 'app',
    title: 'Where does its data live?',
    help: 'The database behind the app. Your tool names it in its settings or in the first chat messages.',
    why: 'The database is the part that gives first in most apps, and each kind has its own limits.',
    when: (a) => a.builder !== 'lovable' && a.builder !== 'bubble',
    options: [
      { value: 'supabase', label: 'Supabase' },
      { value: 'firebase', label: 'Firebase' },
      {
        value: 'postgres',
        label: 'Another Postgres',
        hint: 'Neon, Replit, Railway, RDS, your own server',
      },
    ],
  },
  {
    id: 'supabasePlan',
    area: 'app',
    title: 'Which Supabase plan or compute size?',
    help: 'In Supabase: Project Settings, Compute and Disk.',
    why: 'The size decides how much processor, memory and how many connections the database has.',
    when: (a) => backendOf(a) === 'supabase',
    options: [
      { value: 'free', label: 'Free', hint: 'Nano: a shared core, half a gigabyte' },
      { value: 'micro', label: 'Pro, as it comes', hint: 'Micro: two shared cores, 1 GB' },
      { value: 'small', label: 'Small', hint: 'two shared cores, 2 GB' },
      { value: 'medium', label: 'Medium', hint: 'two shared cores, 4 GB' },
      { value: 'large', label: 'Large or bigger', hint: 'cores of its own, 8 GB and more' },
    ],
  },
  {
    id: 'firebasePlan',
    area: 'app',
    title: 'Which Firebase plan?',
    help: 'At the bottom left of the Firebase console.',
    why: 'The free plan stops at a fixed number of reads a day; the paid one goes on and sends a bill.',
    when: (a) => backendOf(a) === 'firebase',
    options: [
      { value: 'spark', label: 'Spark', hint: 'free' },
      { value: 'blaze', label: 'Blaze', hint: 'pay as you go' },
    ],
  },
  {
    id: 'postgresPlan',
    area: 'app',
    title: 'How big is the database server?',
    help: 'Your provider’s dashboard says so: CPU and memory, or “compute units”.',
    why: 'The size decides how much processor, memory and how many connections the database has.',
    when: (a) => backendOf(a) === 'postgres',
    options: [
      { value: 'tiny', label: 'Free or the smallest', hint: 'up to 1 GB, part of a core' },
      { value: 'small', label: '1 or 2 cores', hint: '2 to 4 GB' },
      { value: 'medium', label: '4 cores', hint: '8 to 16 GB' },
      { value: 'large', label: '8 cores or more' },
    ],
  },
  {
    id: 'bubblePlan',
    area: 'app',
    title: 'Which Bubble plan?',
    help: 'In the Bubble editor: Settings, App plan.',
    why: 'The plan decides how much server work a month is included before Bubble bills or stops.',
    when: (a) => backendOf(a) === 'bubble',
    options: [
      { value: 'free', label: 'Free' },
      { value: 'starter', label: 'Starter' },
      { value: 'growth', label: 'Growth' },
      { value: 'team', label: 'Team or Enterprise' },
    ],
  },
  {
    id: 'rows',
    area: 'app',
    title: 'How many rows are in your biggest table?',
    help: 'Orders, messages, posts: whichever list grows with every user.',
    why: 'Without an index the database reads the whole table for each request, so its size decides when the server is full.',
    options: [
      { value: '1k', label: 'Fewer than 1,000' },
      { value: '10k', label: '1,000 to 10,000' },
      { value: '100k', label: '10,000 to 100,000' },
      { value: '1m', label: '100,000 to 1 million' },
      { value: 'more', label: 'More than 1 million' },
    ],
  },
  {
    id: 'target',
    area: 'app',
    title: 'How many people should it hold at once?',
    help: 'On your launch day, in the busiest minute.',
    why: 'A defect matters when it gives below the load that you plan for. The rest can wait.',
    options: [
      { value: '25', label: '25 at once' },
      { value: '100', label: '100 at once' },
      { value: '500', label: '500 at once' },
      { value: '2000', label: '2,000 at once' },
      { value: '10000', label: '10,000 at once' },
    ],
  },
  {
    id: 'users',
    area: 'app',
    title: 'How many people use it in a month today?',
    why: 'From a month’s users follows how many are there in the busiest minute.',
    options: [
      { value: 'none', label: 'Nobody yet' },
      { value: '100', label: 'Up to 100' },
      { value: '1k', label: '100 to 1,000' },
      { value: '10k', label: '1,000 to 10,000' },
      { value: '100k', label: '10,000 to 100,000' },
      { value: 'more', label: 'More than 100,000' },
    ],
  },
  {
    id: 'list',
    area: 'logic',
    title: 'When a page shows a list, what does the browser download?',
    help: 'Open a list in your app, then scroll and search. If the search answers without any wait, the browser has everything.',
    why: 'If every visitor downloads the whole table, the work grows with rows times visitors.',
    options: [
      {
        value: 'page',
        label: 'Only what is shown',
        hint: '20 to 50 entries, more when you scroll',
      },
      { value: 'own', label: 'Everything of this user', hint: 'all her orders, messages, tasks' },
      { value: 'all', label: 'The whole table', hint: 'the app filters and sorts in the browser' },
    ],
  },
  {
    id: 'indexes',
    area: 'data',
    title: 'Are the columns that you filter and sort by indexed?',
    help: 'A table whose only index is its primary key (“pkey”) has none of its own.',
    why: 'Without an index, finding one row means reading all of them. Nobody notices at a thousand.',
    when: (a) => onSql(a) && a.rows !== '1k',
    options: [
      { value: 'yes', label: 'Yes, all that matter' },
      { value: 'some', label: 'Some of them' },
      { value: 'no', label: 'No, I never made one' },
    ],
  },
  {
    id: 'rules',
    area: 'data',
    title: 'Who may read which row: how is that decided?',
    help: 'In Supabase: Authentication, Policies. Open the policy of your biggest table.',
    why: 'A privacy rule is checked for each row that a query touches. One wording costs nothing, another more than the query.',
    when: (a) => backendOf(a) === 'supabase',
    options: [
      {
        value: 'once',
        label: 'Rules that ask once a query',
        hint: '(select auth.uid()) = user_id',
      },
      { value: 'row', label: 'Rules that compare the user', hint: 'auth.uid() = user_id' },
      {
        value: 'join',
        label: 'Rules that look into another table',
        hint: 'teams, roles, is_admin()',
      },
      {
        value: 'off',
        label: 'No rules',
        hint: 'row-level security is off, or the policy says true',
      },
    ],
  },
  {
    id: 'requests',
    area: 'data',
    title: 'How many requests does one screen make?',
    help: 'Browser, right click, Inspect, Network: reload the screen and count the ones that ask for data.',
    why: 'One request for the list and one more for every entry is the commonest way to turn one visitor into a hundred.',
    options: [
      { value: 'few', label: 'One to three' },
      { value: 'many', label: 'Four to fifteen' },
      { value: 'each', label: 'One for each entry of the list' },
    ],
  },
  {
    id: 'cache',
    area: 'caching',
    title: 'The same list is asked for again a minute later. Who answers?',
    why: 'What is asked for hundreds of times and changes once an hour need not reach the database each time.',
    options: [
      { value: 'database', label: 'The database, every time' },
      {
        value: 'browser',
        label: 'The browser’s memory',
        hint: 'React Query or SWR with a stale time',
      },
      {
        value: 'shared',
        label: 'A cache that all visitors share',
        hint: 'the CDN, Redis, a cached page',
      },
    ],
  },
  {
    id: 'delivery',
    area: 'delivery',
    title: 'Where do pages and pictures come from?',
    why: 'Pictures as they were uploaded and a server an ocean away cost seconds before the database is even asked.',
    options: [
      {
        value: 'cdn',
        label: 'A CDN, pictures made small',
        hint: 'WebP or AVIF, in the size that is shown',
      },
      { value: 'large', label: 'A CDN, pictures as uploaded', hint: 'photos of several megabytes' },
      { value: 'server', label: 'One server in one place' },
    ],
  },
  {
    id: 'connection',
    area: 'connections',
    title: 'How does your server reach the database?',
    help: 'Port 6543 or “pooler” in the database address means a pooler.',
    why: 'A database takes a fixed number of connections. When each request opens its own, the next one gets an error.',
    when: hasServer,
    options: [
      {
        value: 'api',
        label: 'Through its web API',
        hint: 'supabase-js; no database address anywhere',
      },
      { value: 'pooler', label: 'Through a pooler', hint: 'port 6543, PgBouncer, Neon “-pooler”' },
      {
        value: 'pool',
        label: 'One running server with a pool',
        hint: 'it starts once and keeps its connections',
      },
      {
        value: 'each',
        label: 'A connection for each request',
        hint: 'serverless functions with Prisma or pg',
      },
    ],
  },
  {
    id: 'slow',
    area: 'connections',
    title: 'Does a click wait for something slow?',
    help: 'An AI answer, a payment, an e-mail, a PDF.',
    why: 'While it waits it holds a place: in the function, which may be cut off, and in the database, which has few.',
    options: [
      { value: 'no', label: 'No' },
      { value: 'short', label: 'Yes, up to about five seconds' },
      { value: 'long', label: 'Yes, ten seconds or more' },
      {
        value: 'background',
        label: 'It is done in the background',
        hint: 'the click returns at once, the result comes later',
      },
    ],
  },
  {
    id: 'live',
    area: 'growth',
    title: 'Does the screen update by itself?',
    help: 'Without a reload, when somebody else changes something.',
    why: 'Live updates cost visitors times changes: the one kind of load that grows with the square of your success.',
    options: [
      { value: 'no', label: 'No' },
      { value: 'own', label: 'Yes, only what this user sees' },
      { value: 'table', label: 'Yes, whole tables', hint: 'everybody hears of every change' },
      { value: 'poll', label: 'It asks again every few seconds' },
    ],
  },
] as const satisfies readonly Question[];

export type QuestionId = (typeof questions)[number]['id'];

/** The values that may be given to one question; "I don't know" is always among them. */
export type AnswerTo<Id extends QuestionId> =
  Extract<(typeof questions)[number], { id: Id }>['options'][number]['value'] | typeof UNKNOWN;
