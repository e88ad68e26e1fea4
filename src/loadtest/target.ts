import { z } from '#src/zod.ts';

/** A load test is for one's own app, and small: this many users at once, never more. */
export const MOST_USERS = 50;
const MOST_PATHS = 6;

const HOST =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Host of her own app, as in the address bar, without https://. */
const host = z.string({ error: 'Enter the address of your app, like my-app.com' }).check(
  z.trim(),
  z.toLowerCase(),
  z.regex(HOST, {
    error: 'Enter the address alone, like my-app.com, without https:// and without a path',
  }),
  z.refine((name) => !/^[\d.]+$/.test(name), {
    error: 'Enter a name like my-app.com, not a number',
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
