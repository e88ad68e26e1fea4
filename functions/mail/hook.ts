import { Webhook } from 'standardwebhooks';
import { ATTEMPT_MS } from '#functions/retry.ts';
import { waitOf, within } from '#functions/wait.ts';
import type { Delivery } from './mailer.ts';

/** Where the owner's chat or CRM listens, and the secret that signs what it gets. */
export interface OwnerHook {
  readonly url: string;
  /** `whsec_` and base64. */
  readonly secret: string;
}

/**
 * Hands one message over, signed as Standard Webhooks describes. Any 2xx is success; everything else is
 * tried again with the same id, but for 410, by which a receiver says that it wants no more.
 */
export async function sendHook(hook: OwnerHook, id: string, body: string): Promise<Delivery> {
  const at = new Date();
  try {
    const response = await within(ATTEMPT_MS, (signal) =>
      fetch(hook.url, {
        method: 'POST',
        body,
        signal,
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': new Webhook(hook.secret).sign(id, at, body),
        },
      }),
    );
    await response.body?.cancel();
    if (response.ok) return { outcome: 'sent', providerId: id };
    const code = String(response.status);
    if (response.status === 410) return { outcome: 'never', code };
    return { outcome: 'later', code, afterMs: waitOf(response.headers.get('retry-after')) };
  } catch {
    return { outcome: 'later', code: 'unreachable' };
  }
}
