import { z } from '#src/zod.ts';

/** A load test is for one's own app, and small: this many users at once, never more. */
export const MOST_USERS = 50;
export const MOST_PATHS = 6;

const HOST =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

/**
 * Hosts that serve everybody's apps, or the tools that make them: never one's own. The last two permit
 * no load test without leave (src/loadtest/vendors.ts).
 */
const SHARED: Readonly<Record<string, string>> = {
  'googleapis.com': 'Google’s own servers answer there for everybody',
  'supabase.com': 'that is Supabase’s own site; your project is at …supabase.co',
  'lovable.dev': 'that is where you build; your app has another address',
  'bolt.new': 'that is where you build; your app has another address',
  'v0.app': 'that is where you build; your app has another address',
  'replit.com': 'that is where you build; your app has another address',
  'bubble.io': 'that is where you build; your app has another address',
  'vercel.app':
    'Vercel permits load tests on its Enterprise plan only. Test the database behind it',
  'netlify.app': 'Netlify permits no load test without leave. Test the database behind it',
};

const sharedBy = (name: string) =>
  Object.keys(SHARED).find((shared) => name === shared || name.endsWith(`.${shared}`));

const ENTER = 'Enter the address of your app, like my-app.com';

/** Host of her own app, as in the address bar, without https://. */
const host = z.string({ error: ENTER }).check(
  z.trim(),
  z.toLowerCase(),
  z.minLength(1, { error: ENTER }),
  z.regex(HOST, {
    error: 'Enter the address alone, like my-app.com, without https:// and without a path',
  }),
  z.refine((name) => !/^[\d.]+$/.test(name), {
    error: 'Enter a name like my-app.com, not a number',
  }),
  z.refine((name) => sharedBy(name) === undefined, {
    error: ({ input }) =>
      `Enter a host that is yours alone: ${SHARED[sharedBy(String(input)) ?? '']}`,
  }),
);

/** What one screen asks for on that host. */
const path = z.string({ error: 'Enter a path that starts with /' }).check(
  z.trim(),
  z.maxLength(500, { error: 'Enter a path of at most 500 characters' }),
  // A second slash would name another host; anything beyond ASCII has to be escaped anyway.
  z.regex(/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/, {
    error: 'Enter a path that starts with one /, like /api/orders?page=1',
  }),
);

/** Where the load goes. Unknown keys are refused. */
export const targetSchema = z.strictObject({
  host,
  paths: z
    .array(path)
    .check(
      z.minLength(1, { error: 'Enter at least one path that a screen of your app asks for' }),
      z.maxLength(MOST_PATHS, { error: `Enter at most ${MOST_PATHS} paths` }),
    ),
});

export type Target = z.infer<typeof targetSchema>;
