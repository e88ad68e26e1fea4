/**
 * POST /api/webhooks/resend: what has become of a mail (docs: resend.com/docs/webhooks). Believed only
 * when Resend's signature over the raw body is right and not older than five minutes. 200 when it was
 * taken in, now or before, or says nothing to us; 401 when the signature is not right; 422 when it is no
 * event; 404 while no secret is set.
 */
import { Hono } from 'hono';
import { Webhook } from 'standardwebhooks';
import { type App, notHere, refusal, refuse } from '#functions/answer.ts';
import { kick } from '#functions/follow-up.ts';
import { log } from '#functions/log.ts';
import { readEvent } from '#functions/mail/resend-event.ts';
import { takeEvent } from '#functions/store/deliveries.ts';

const unsigned = refusal(401, 'The signature of this webhook is not right.');
const noEvent = refusal(422, 'This is no event of a mail.');

export const resendWebhook = new Hono<App>().post('/', async (c) => {
  const { mail } = c.get('config');
  if (mail.service !== 'resend' || !mail.webhookSecret) return refuse(c, notHere);
  const key = c.req.header('svix-id') ?? '';
  const raw = await c.req.text();
  try {
    const signed = {
      'webhook-id': key,
      'webhook-timestamp': c.req.header('svix-timestamp') ?? '',
      'webhook-signature': c.req.header('svix-signature') ?? '',
    };
    new Webhook(mail.webhookSecret).verify(raw, signed, { jsonParse: false });
  } catch {
    return refuse(c, unsigned);
  }
  const event = readEvent(parsed(raw));
  if (event === 'malformed') return refuse(c, noEvent);
  if (event !== 'ignored' && (await takeEvent(c.env.DB, key, event, new Date()))) {
    log('info', 'mail event', { state: event.state, ...(event.stop && { stop: event.stop }) });
    c.executionCtx.waitUntil(kick(c.env));
  }
  return c.json({ ok: true });
});

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
