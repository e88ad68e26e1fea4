/**
 * Where an answer stands, for those who do not know it: the screen of their own tool or database.
 * The names of the screens are those of the makers' documentation, read on 23 November 2026:
 * Supabase: supabase.com/docs/guides/platform/compute-and-disk, /guides/database/tables,
 *   /guides/database/connecting-to-postgres (button Connect), the side menu of the dashboard
 * Firebase: firebase.google.com/docs/firestore/monitor-usage
 * Bubble: manual.bubble.io/core-resources/bubbles-interface (Data tab, Settings tab, Logs tab)
 * Lovable: docs.lovable.dev/features/cloud · Bolt: support.bolt.new/cloud/database/tables
 * Replit: docs.replit.com/cloud-services/storage-and-databases (SQL database, production databases)
 * Neon: neon.com/docs/manage/computes, neon.com/docs/connect/connection-pooling
 * Vercel: vercel.com/docs/environment-variables, vercel.com/docs/storage
 */
import type { Answers } from './answers.ts';
import { backendOf, type QuestionId } from './questions.ts';

interface LookUp {
  /** The screen, and what to read there. */
  readonly screen: string;
  /** What to ask the AI tool instead, ready to paste. It changes nothing. */
  readonly ask?: string;
}

/** Screens by tool, by database, or the same everywhere. The tool's own comes first. */
type Screens = { readonly [Where in string]?: string } & { readonly any?: string };

interface Entry {
  readonly screens: Screens;
  readonly ask?: string;
}

const network =
  'In Chrome on a computer: right click on the page, Inspect, tab Network. Then reload the page.';

const entries: { readonly [Id in QuestionId]?: Entry } = {
  backend: {
    screens: {
      bolt: 'In Bolt: click the database icon at the top of the project. The page that opens names the database.',
      v0: 'In Vercel: open the project, then Storage. What is connected stands there.',
      replit:
        'In Replit: All tools, Database. If your tables are listed there, choose “Another Postgres”.',
      any: 'Look among the environment variables of the app: SUPABASE_URL, FIREBASE or DATABASE_URL tells which one it is.',
    },
    ask: 'Which database does the published app use: Supabase, Firebase or another Postgres? Answer in one line and change nothing.',
  },
  supabasePlan: {
    screens: {
      lovable:
        'With a Supabase account of your own: Project Settings, then Compute and Disk. On Lovable Cloud: Cloud, and its settings, if they name a size.',
      any: 'In the Supabase dashboard: Project Settings, then Compute and Disk. The size stands there: Nano is the free one, Micro comes with Pro.',
    },
  },
  firebasePlan: {
    screens: {
      any: 'In the Firebase console: the name of the plan, Spark or Blaze, stands at the foot of the menu on the left.',
    },
  },
  postgresPlan: {
    screens: {
      any: 'On the database’s page at your provider. In Neon: Branches, your branch, tab Computes; 1 CU is about one core and 4 GB.',
    },
  },
  bubblePlan: {
    screens: { any: 'In the Bubble editor: Settings, then App plan.' },
  },
  rows: {
    screens: {
      lovable: 'In Lovable: Cloud, then Database, then the table that grows most.',
      bolt: 'In Bolt: the database icon at the top of the project, then the table that grows most.',
      replit:
        'In Replit: All tools, Database, the production database, then the table that grows most.',
      supabase: 'In the Supabase dashboard: Database, then Tables. The rows stand beside each.',
      bubble:
        'In the Bubble editor: Data, then App data, switched to live. Choose the type with the most things.',
      firebase:
        'The Firebase console does not count documents. The list in your app that is longest is a good guess.',
      any: 'In your provider’s SQL editor: select relname, n_live_tup from pg_stat_user_tables order by 2 desc limit 1',
    },
    ask: 'Which table or collection has the most entries, and about how many? Only count; change nothing.',
  },
  users: {
    screens: {
      lovable: 'In Lovable: Cloud, then Users. Everybody who signed up is the most that it can be.',
      supabase:
        'In the Supabase dashboard: Authentication, then Users. All of them are the most that it can be.',
      firebase:
        'In the Firebase console: Authentication, then Users. All of them are the most that it can be.',
      bubble:
        'In the Bubble editor: Data, then App data, All Users. All of them are the most that it can be.',
      any: 'Your analytics: users of the last 30 days. Everybody who signed up is the most that it can be.',
    },
  },
  list: {
    screens: {
      bubble: `${network} Open your longest list: if one answer has hundreds of entries, the browser has everything.`,
      any: `${network} Open your longest list, and look at the column Size: 20 to 50 entries are some kilobytes, a whole table is hundreds and more.`,
    },
    ask: 'Where the app shows its longest list: does it fetch one page of entries, everything of the signed-in user, or the whole table? Name the file. Change nothing.',
  },
  indexes: {
    screens: {
      supabase:
        'In the Supabase dashboard: Database, then Indexes. Look for your biggest table: is there a line beside the one that ends in “pkey”?',
      any: 'In your provider’s SQL editor: select tablename, indexname from pg_indexes where schemaname = ’public’. Look for lines beside those that end in “pkey”.',
    },
    ask: 'Which columns does the app filter and sort its biggest table by, and which of them have an index? Change nothing.',
  },
  rules: {
    screens: {
      lovable:
        'In a Supabase account of your own: Authentication, then Policies. On Lovable Cloud: ask in the chat, as below.',
      bolt: 'In Bolt: the database icon, your biggest table, then View policies.',
      any: 'In the Supabase dashboard: Authentication, then Policies. Open the policy of your biggest table.',
    },
    ask: 'Show the row-level security policy of the biggest table. Does it say (select auth.uid()), plain auth.uid(), or does it look into another table? Change nothing.',
  },
  requests: {
    screens: {
      bubble:
        'In the Bubble editor: count the data sources “Do a search for” on one page. One within a cell of a repeating group counts for every cell.',
      any: `${network} Choose Fetch/XHR and count the lines.`,
    },
    ask: 'How many requests for data does the app’s busiest screen make when it opens, and does any of them run once for each entry of a list? Change nothing.',
  },
  cache: {
    screens: {
      bubble: 'If you do not remember setting up anything of the kind, it is the database.',
      any: `${network} Open the list, go elsewhere and come back: if new requests appear, nobody keeps the answer.`,
    },
    ask: 'Is the answer to the app’s main list kept anywhere: in the browser (a stale time), on a CDN, in Redis? Answer in one line. Change nothing.',
  },
  delivery: {
    screens: {
      any: `${network} Choose Img and look at the column Size: megabytes mean as uploaded.`,
    },
  },
  connection: {
    screens: {
      v0: 'In Vercel: the project, Settings, Environment Variables. Only SUPABASE_URL: the web API. Port 6543 or “pooler” in DATABASE_URL: a pooler.',
      replit:
        'In Replit: All tools, Secrets, DATABASE_URL. A running server that makes one Pool or one PrismaClient at its start has a pool.',
      any: 'Among the environment variables of your host. Only SUPABASE_URL: the web API. Port 6543 or “pooler” in DATABASE_URL: a pooler.',
    },
    ask: 'How does the server code connect to the database: through supabase-js, through a pooler, with one pool in a running server, or with a new client in each serverless function? Change nothing.',
  },
  live: {
    screens: {
      any: 'Open the app in two windows, change something in one, and watch the other for ten seconds.',
    },
    ask: 'Do screens update by themselves? If so: do they hear of one user’s changes, of every change of a table, or do they ask again every few seconds? Change nothing.',
  },
};

/** Tools with a chat that knows the app. */
const CHATS: Readonly<Record<string, string>> = {
  lovable: 'Lovable',
  bolt: 'Bolt',
  v0: 'v0',
  cursor: 'your code assistant',
  replit: 'Replit’s Agent',
};

/** The tool to ask, in words; nothing where there is none. */
export const chatOf = ({ builder }: Answers): string | undefined => CHATS[builder ?? ''];

/** Where these visitors find the answer to a question; nothing where only they can know. */
export function lookUpOf(id: QuestionId, answers: Answers): LookUp | undefined {
  const entry = entries[id];
  if (!entry) return undefined;
  const { screens, ask } = entry;
  const own = screens[answers.builder ?? ''] ?? screens[backendOf(answers) ?? ''] ?? screens.any;
  if (!own) return undefined;
  return { screen: own, ...(ask && chatOf(answers) && { ask }) };
}
