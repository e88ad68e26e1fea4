import { Resend } from 'resend';
import { ATTEMPT_MS } from '#functions/retry.ts';
import { waitOf, within } from '#functions/wait.ts';
import type { Delivery, Mailer, Pace } from './mailer.ts';

const MINUTE = 60_000;

/** Waits for answers that are not this mail's fault: the owner, the quota or the provider has to change first. */
const WAITS: Readonly<Record<string, number>> = {
  rate_limit_exceeded: 1000,
  daily_quota_exceeded: 60 * MINUTE,
  monthly_quota_exceeded: 6 * 60 * MINUTE,
  concurrent_idempotent_requests: 0,
  resource_locked: 0,
  missing_api_key: 10 * MINUTE,
  invalid_api_key: 10 * MINUTE,
  restricted_api_key: 10 * MINUTE,
  suspended_api_key: 10 * MINUTE,
  invalid_permission: 10 * MINUTE,
  invalid_from_address: 10 * MINUTE,
};

type Headers = Readonly<Record<string, string>> | null;

const asked = (headers: Headers) =>
  waitOf(headers?.['retry-after'] ?? headers?.['ratelimit-reset']);

/** The limit is the team's, across keys, and differs between accounts; so it is read and not assumed. */
function paceOf(headers: Headers, pauseMs: number): { readonly pace?: Pace } {
  const perSecond = Number(headers?.['ratelimit-limit']);
  const usedUp = headers?.['ratelimit-remaining'] === '0';
  const pause = Math.max(pauseMs, usedUp ? waitOf(headers?.['ratelimit-reset']) || 1000 : 0);
  const pace = { ...(perSecond > 0 && { perSecond }), ...(pause > 0 && { pauseMs: pause }) };
  return Object.keys(pace).length > 0 ? { pace } : {};
}

/** What an answer without a mail's id means. Unreadable, late and missing answers may have sent the mail. */
function failure(
  error: { readonly name?: unknown; readonly statusCode?: unknown } | null,
  headers: Headers,
): Delivery {
  const name =
    typeof error?.name === 'string' && /^[a-z_]{1,60}$/.test(error.name)
      ? error.name
      : 'unreadable';
  const status = typeof error?.statusCode === 'number' ? error.statusCode : undefined;
  const code = status ? `${status} ${name}` : name;
  const wait = WAITS[name];
  // 401 and 403 speak of the key or the sender's domain, whatever their name.
  const settings = status === 401 || status === 403;
  const fault = status !== undefined && status >= 400 && status < 500;
  if (wait === undefined && !settings && fault && status !== 408 && status !== 429)
    return { outcome: 'never', code };
  const afterMs = Math.max(asked(headers), wait ?? (settings ? 10 * MINUTE : 0));
  // Of a 429 every mail would get the same answer, so all of them wait.
  const pace = paceOf(headers, status === 429 ? Math.max(afterMs, 1000) : 0);
  const refused = settings || status === 429;
  return { outcome: 'later', code, afterMs, ...(refused && { refused }), ...pace };
}

/** Resend allows letters, digits, `_` and `-` in a tag; an id has no `_` of its own. */
const toTag = (id: string) => id.replaceAll(':', '_');
export const fromTag = (tag: string) => tag.replaceAll('_', ':');

/** @param baseUrl of a stand-in; left out, Resend's own */
export function resendMailer(key: string, baseUrl?: string): Mailer {
  const resend = new Resend(key, baseUrl ? { baseUrl } : {});
  return {
    async send(mail, idempotencyKey) {
      const { attachments, headers: own, ...rest } = mail;
      const { data, error, headers } = await within(ATTEMPT_MS, (signal) =>
        resend.emails.send(
          {
            ...rest,
            ...(attachments && { attachments: [...attachments] }),
            ...(own && { headers: { ...own } }),
            // Comes back in every webhook: the answer that names the mail's id may get lost.
            tags: [{ name: 'mail', value: toTag(idempotencyKey) }],
          },
          { idempotencyKey, signal },
        ),
      );
      return data?.id
        ? { outcome: 'sent', providerId: data.id, ...paceOf(headers, 0) }
        : failure(error, headers);
    },
  };
}
