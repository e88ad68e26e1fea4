import { site } from '#src/site.ts';
import { z } from '#src/zod.ts';
import { type ChosenCalendar, readCalendar } from './calendar/chosen.ts';

const text = z.optional(z.string().check(z.trim()));

/** Variables and secrets that are not bindings. An empty one counts as not set. */
const schema = z.object({
  /** `local` on the developer's machine; given by the start script, never by wrangler.jsonc. */
  MODE: text,
  /** Signs the links in mails; at least 32 characters. */
  LINK_SECRET: text,
  /** Address that links in mails start with, where it is not the one in src/site.ts. */
  SITE_URL: text,
  RESEND_API_KEY: text,
  /** Only for a stand-in of Resend; absent, Resend's own address is used. */
  RESEND_BASE_URL: text,
  CALCOM_API_KEY: text,
  /** Number of the event type that visitors book; one that needs no confirmation. */
  CALCOM_EVENT_TYPE_ID: text,
  /** Signs the webhooks; without one Cal.com sends them unsigned. */
  CALCOM_WEBHOOK_SECRET: text,
  /** Public address of that event type, `https://cal.com/…`; shows Cal.com's own calendar on /book/. */
  CALCOM_LINK: text,
  /** Only for a stand-in of Cal.com; absent, Cal.com's own address is used. */
  CALCOM_BASE_URL: text,
});

export interface Config {
  readonly local: boolean;
  /** Without a trailing slash. */
  readonly url: string;
  readonly linkSecret: string;
  readonly calendar: ChosenCalendar;
  readonly mail:
    | { readonly service: 'local' }
    | { readonly service: 'resend'; readonly key: string; readonly baseUrl?: string };
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads what the Worker was given, or says by name what is missing or does not fit together. A
 * half-set service is refused: it would look as if it worked until the first visitor needs it.
 */
export function readConfig(env: object): ConfigResult {
  const given = schema.parse(
    Object.fromEntries(
      Object.entries(env).filter(([, value]) => typeof value === 'string' && value !== ''),
    ),
  );
  const local = given.MODE === 'local';
  const problems: string[] = [];

  if (given.MODE !== undefined && !local) {
    problems.push(
      `MODE is “${given.MODE}”. Set it to “local” on your own machine and leave it out elsewhere.`,
    );
  }
  const linkSecret = given.LINK_SECRET ?? '';
  if (linkSecret.length < 32) {
    problems.push(
      `LINK_SECRET is ${linkSecret ? 'too short' : 'missing'}. Set it to at least 32 random characters.`,
    );
  }
  if (given.SITE_URL !== undefined && !/^https?:\/\/[^/]+$/.test(given.SITE_URL)) {
    problems.push('SITE_URL has to be an address like https://example.com, without a path.');
  }
  if (!given.RESEND_API_KEY && given.RESEND_BASE_URL) {
    problems.push('RESEND_BASE_URL is set but RESEND_API_KEY is not. Set both or neither.');
  }
  if (!given.RESEND_API_KEY && !local) {
    problems.push('RESEND_API_KEY is missing, so no mail can be sent.');
  }
  const calendar = readCalendar(given, problems);
  if (problems.length > 0) return { ok: false, problems };

  return {
    ok: true,
    config: {
      local,
      url: given.SITE_URL ?? site.url,
      linkSecret,
      calendar,
      mail: given.RESEND_API_KEY
        ? {
            service: 'resend',
            key: given.RESEND_API_KEY,
            ...(given.RESEND_BASE_URL && { baseUrl: given.RESEND_BASE_URL }),
          }
        : { service: 'local' },
    },
  };
}
