/** Repairs at the database. */
import type { TaskId, Tasks } from './tasks.ts';

const rulesOff: Tasks = {
  any: [
    'List every table that the browser reads or writes, and say for each who should see and change which rows.',
    'Write the policies first, then switch row-level security on for that table, so that nothing stops working in between.',
    'In the policies write (select auth.uid()), not auth.uid(): then it is asked once a query and not for every row.',
    'Test each table with two accounts: neither sees the rows of the other.',
  ],
  bubble: [
    'List every data type, and say for each who should see which fields.',
    'Set a privacy rule for each under Data, Privacy, and leave nothing to “Everyone else”.',
    'Test with two accounts: neither sees the things of the other.',
  ],
};

export const dataTasks = {
  'add-indexes': {
    any: [
      'List the columns by which the app’s queries filter, join or sort, table by table, with file and line of each query.',
      'For each of them that no index begins with, write “create index concurrently if not exists … on … (…)”: first the columns compared with =, then those sorted by.',
      'Do the same for every foreign key without an index.',
      'Give me the statements one by one: “concurrently” does not run within a transaction. Where the schema is kept in code (Prisma, Drizzle, migrations), note the indexes there too.',
    ],
  },
  'rules-once': {
    any: [
      'List every row-level-security policy that calls auth.uid(), auth.jwt() or auth.role().',
      'Write (select auth.uid()) in place of auth.uid(), and likewise for the others, with “alter policy”. Who may see what stays the same.',
      'Index the columns that the policies compare, such as user_id.',
    ],
  },
  'rules-join': {
    any: [
      'List every row-level-security policy that looks into another table or calls a function such as is_admin().',
      'Turn each round, so that the list is fetched once a query: team_id in (select team_id from memberships where user_id = (select auth.uid())).',
      'Index the columns on both sides, such as memberships.user_id and team_id. Who may see what stays the same.',
    ],
  },
  'rules-off': rulesOff,
  'page-on-server': {
    any: [
      'Find every request that fills a list without a limit.',
      'Read 50 entries, sorted by a column that has an index, and only the columns that the screen shows. Fetch the next 50 when the visitor scrolls to the end.',
      'Move filters, searches, sorting and sums from the browser into the query.',
    ],
    supabase: [
      'Find every supabase.from(…).select(…) that fills a list and has no range() or limit().',
      'Name the columns that the screen shows in place of “*”, add order() by a column that has an index, and range(0, 49). Fetch the next 50 when the visitor scrolls to the end.',
      'Move filter(), sort() and includes() of the browser into the query; for sums and counts make a view or a function in the database.',
    ],
    postgres: [
      'Find every query that fills a list without take or limit (findMany, db.select, select … from).',
      'Read 50 rows after the last one shown: where the sorted column lies beyond it, ordered by that column, limit 50. Select only the columns that the screen shows.',
      'Move filters, searches, sorting and sums from the code into the query.',
    ],
    firebase: [
      'Find every getDocs() and onSnapshot() on a collection without limit().',
      'Use orderBy(), limit(50) and startAfter() the last one shown; fetch the next 50 when the visitor scrolls to the end.',
      'For a count use getCountFromServer(), and move filters of the browser into where().',
    ],
    bubble: [
      'In every repeating group put the conditions into the constraints of “Do a search for”, not into “:filtered”.',
      'Show 20 entries, and load the next ones when the visitor scrolls.',
      'For a number use “:count” or “:sum” on the search itself, and do not load the list for it.',
    ],
  },
  'join-requests': {
    any: [
      'Find every request that is sent once for each entry of a list: within map, forEach, a loop, or in a component that is drawn for each entry.',
      'Fetch the list and what belongs to it at once, or collect the keys and ask once for all of them.',
    ],
    supabase: [
      'Find every supabase request within map, forEach, a loop, or a component that is drawn for each entry of a list.',
      'Embed what belongs to the list: select(“id, title, author:profiles(name)”). Where there is no relation, collect the keys and use in().',
      'Where one screen sends several requests that always go together, make one view or function of the database for them.',
    ],
    postgres: [
      'Find every query within map, forEach, a loop, or a component that is drawn for each entry of a list.',
      'Join what belongs to it (include in Prisma, with in Drizzle), or ask once with where id = any(…).',
      'Send queries that do not need each other’s answer at the same time.',
    ],
    firebase: [
      'Find every getDoc() that runs once for each entry of a list.',
      'Store what the list shows, such as the author’s name, with the entry itself, and keep it current with a function. Until then ask for up to 30 at once with documentId() and “in”.',
    ],
    bubble: [
      'Find every “Do a search for” within a cell of a repeating group.',
      'Link the things, and show the field of the linked one: “Current cell’s Order’s Customer’s name”.',
      'Save numbers that a cell adds up in a field of the thing, and change it when an entry is added.',
    ],
  },
} as const satisfies Partial<Record<TaskId, Tasks>>;
