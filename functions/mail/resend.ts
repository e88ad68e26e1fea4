import { Resend } from 'resend';
import { ATTEMPT_MS } from '#functions/outbox.ts';
import type { Delivery, Mailer } from './mailer.ts';

const MINUTE = 60_000;

/** Errors that are not this mail's fault: the owner, the quota or the provider has to change first. */
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

/** Milliseconds that the provider asks to wait, from seconds or a date. */
function asked(headers: Record<string, string> | null): number {
  const value = headers?.['retry-after'] ?? headers?.['ratelimit-reset'];
  if (!value) return 0;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return ms > 0 ? Math.min(ms, 24 * 60 * MINUTE) : 0;
}

/** What an answer without a mail's id means. Unreadable, late and missing answers may have sent the mail. */
function failure(
  error: { readonly name?: unknown; readonly statusCode?: unknown } | null,
  headers: Record<string, string> | null,
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
  const refused =
    status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
  if (wait === undefined && !settings && refused) return { outcome: 'never', code };
  return {
    outcome: 'later',
    code,
    afterMs: Math.max(asked(headers), wait ?? (settings ? 10 * MINUTE : 0)),
  };
}

/** @param baseUrl of a stand-in; left out, Resend's own */
export function resendMailer(key: string, baseUrl?: string): Mailer {
  const resend = new Resend(key, baseUrl ? { baseUrl } : {});
  return {
    async send(mail, idempotencyKey) {
      const { attachments, ...rest } = mail;
      const late = new AbortController();
      // Not AbortSignal.timeout: its timer would keep the process busy after the answer has come.
      const timer = setTimeout(() => late.abort(), ATTEMPT_MS);
      try {
        const { data, error, headers } = await resend.emails.send(
          { ...rest, ...(attachments && { attachments: [...attachments] }) },
          { idempotencyKey, signal: late.signal },
        );
        return data?.id ? { outcome: 'sent', providerId: data.id } : failure(error, headers);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
