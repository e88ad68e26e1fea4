import { site } from '#src/site.ts';
import { z } from '#src/zod.ts';
import { Webhook } from 'standardwebhooks';
import type { OwnerHook } from './mail/hook.ts';
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
  /** Signs Resend's webhooks; without it a bounce would not stop the next mail. */
  RESEND_WEBHOOK_SECRET: text,
  /** Where the owner's chat or CRM hears of leads and calls, and the secret that signs it. */
  OWNER_WEBHOOK_URL: text,
  OWNER_WEBHOOK_SECRET: text,
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
    | {
        readonly service: 'resend';
        readonly key: string;
        readonly baseUrl?: string;
        /** Absent in local mode only, which no webhook reaches. */
        readonly webhookSecret?: string;
      };
  readonly ownerHook?: OwnerHook;
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
  const mail = readMail(given, local, problems);
  const ownerHook = readOwnerHook(given, local, problems);
  const calendar = readCalendar(given, problems);
  if (problems.length > 0) return { ok: false, problems };

  return {
    ok: true,
    config: {
      local,
      url: given.SITE_URL ?? site.url,
      linkSecret,
      calendar,
      mail,
      ...(ownerHook && { ownerHook }),
    },
  };
}

type Given = z.infer<typeof schema>;

/** Whether a secret can sign Standard Webhooks: `whsec_` and base64 of 24 bytes or more. */
function canSign(secret: string): boolean {
  try {
    new Webhook(secret);
    return secret.startsWith('whsec_') && secret.length >= 38;
  } catch {
    return false;
  }
}

/** Resend when its key is there; the local mailbox in local mode only. */
function readMail(given: Given, local: boolean, problems: string[]): Config['mail'] {
  const key = given.RESEND_API_KEY;
  const webhookSecret = given.RESEND_WEBHOOK_SECRET;
  const baseUrl = given.RESEND_BASE_URL;
  if (!key) {
    for (const name of ['RESEND_BASE_URL', 'RESEND_WEBHOOK_SECRET'] as const) {
      if (given[name])
        problems.push(`${name} is set but RESEND_API_KEY is not. Set both or neither.`);
    }
    if (!local) problems.push('RESEND_API_KEY is missing, so no mail can be sent.');
    return { service: 'local' };
  }
  if (!webhookSecret && !local) {
    problems.push(
      'RESEND_API_KEY is set but RESEND_WEBHOOK_SECRET is not, so mails to addresses that bounce would not stop.',
    );
  }
  if (webhookSecret && !canSign(webhookSecret)) {
    problems.push('RESEND_WEBHOOK_SECRET has to be the signing secret of the webhook, whsec_…');
  }
  return {
    service: 'resend',
    key,
    ...(baseUrl && { baseUrl }),
    ...(webhookSecret && { webhookSecret }),
  };
}

function readOwnerHook(given: Given, local: boolean, problems: string[]): OwnerHook | undefined {
  const { OWNER_WEBHOOK_URL: url, OWNER_WEBHOOK_SECRET: secret } = given;
  if (!url && !secret) return undefined;
  if (!url || !secret) {
    const [there, missing] = url
      ? ['OWNER_WEBHOOK_URL', 'OWNER_WEBHOOK_SECRET']
      : ['OWNER_WEBHOOK_SECRET', 'OWNER_WEBHOOK_URL'];
    problems.push(`${there} is set but ${missing} is not. Set both or neither.`);
    return undefined;
  }
  const { protocol } = URL.parse(url) ?? {};
  if (protocol !== 'https:' && !(local && protocol === 'http:'))
    problems.push('OWNER_WEBHOOK_URL has to be an address that starts with https://.');
  if (!canSign(secret))
    problems.push('OWNER_WEBHOOK_SECRET has to be whsec_ and at least 24 random bytes in base64.');
  return { url, secret };
}
