/** Repairs of the code around the database. */
import type { TaskId, Tasks } from './tasks.ts';

export const codeTasks = {
  'pool-connections': {
    any: [
      'Find every place that opens a connection to the database, and say which runs in a serverless function.',
      'Read the address from the environment and use the pooler’s: port 6543 at Supabase, the host with “-pooler” at Neon. With Prisma add pgbouncer=true&connection_limit=1 to it, and keep the direct address for migrations only.',
      'Make the client once, outside the handler, and give the connection back before waiting for another service.',
    ],
  },
  'shared-cache': {
    any: [
      'Find the lists and pages that are the same for every visitor, and ask me for each how old it may be.',
      'Answer those with “Cache-Control: public, s-maxage=60, stale-while-revalidate=600”, with the age that I named, from an address that the CDN caches. What belongs to one visitor gets “private”.',
      'In the browser read through React Query or SWR with a stale time of a minute.',
    ],
    supabase: [
      'Find the lists that are the same for every visitor, and ask me for each how old it may be.',
      'Put a server route or edge function before each, which reads it once and answers with “Cache-Control: public, s-maxage=60, stale-while-revalidate=600”, with the age that I named. Requests straight to Supabase are not cached.',
      'In the browser read everything else through React Query with a staleTime of a minute.',
    ],
    firebase: [
      'Find the lists that are the same for every visitor, and ask me for each how old it may be.',
      'Put a function behind Firebase Hosting before each, which answers with “Cache-Control: public, s-maxage=60”, with the age that I named.',
    ],
    bubble: [
      'Find the searches whose result is the same for every visitor, and ask me for each how old it may be.',
      'Let a scheduled backend workflow do the search and save its result in one thing; the pages read that thing.',
    ],
  },
  'narrow-live': {
    any: [
      'Find every place where the screen listens for changes.',
      'Listen only to what this visitor sees: one channel for each user or room. Leave out what need not be live.',
      'Stop listening when the screen is closed.',
    ],
    supabase: [
      'Find every channel() with postgres_changes and no filter.',
      'Give it a filter such as room_id=eq.… for what this visitor sees, or use Broadcast on a private channel for each room or user.',
      'Remove the channel when the screen is closed.',
    ],
    firebase: [
      'Find every onSnapshot() on a collection that others write to.',
      'Narrow it with where() to this visitor’s own documents, and with limit(50); read the rest once with getDocs().',
      'End the listener when the screen is closed.',
    ],
    bubble: [
      'Find the searches on pages that stay open for long; Bubble keeps each of them live.',
      'Narrow them with constraints to what this visitor sees, and load the rest once with a workflow into a state.',
    ],
  },
  'ask-less': {
    any: [
      'Find every setInterval and refetchInterval that asks for data.',
      'Ask once a minute, and only while document.visibilityState is “visible”.',
      'Ask whether anything changed since the last time before the whole list is fetched.',
    ],
  },
  'move-to-background': {
    any: [
      'Find every click that waits for another service: an AI model, a payment, a mail, a file.',
      'Write the wish into a table of jobs with the state “waiting”, and answer at once.',
      'Let a worker take the jobs as fast as the service allows, with a time limit for each call, and try again later when it refuses.',
      'Show the state on the screen, and the result when it is there.',
    ],
    bubble: [
      'Find every click that waits for an API call, a mail or a file.',
      'Let the click schedule a backend workflow, which does the work and saves the result in a thing.',
      'Show on the page that it is being worked on, until the thing has its result.',
    ],
  },
  'use-cdn': {
    any: [
      'Serve pages and pictures through a CDN: files whose names change with their content get “Cache-Control: public, max-age=31536000, immutable”.',
      'Save uploaded pictures as WebP, no wider than they are shown, and give each picture its width and height.',
    ],
  },
  'small-pictures': {
    any: [
      'Find every picture that is shown as it was uploaded.',
      'Shrink it at upload to at most twice the width in which it is shown, save it as WebP, and keep the original apart.',
      'Give each picture its width and height, and loading=“lazy” where it lies below the fold.',
    ],
  },
} as const satisfies Partial<Record<TaskId, Tasks>>;
