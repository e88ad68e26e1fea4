/**
 * POST /api/webhooks/cal: Cal.com tells that a booking was made, moved or cancelled. The body is only
 * believed to say *that*; what has changed is read from the API, so that late, repeated and swapped
 * webhooks cannot turn anything back. 200 when it was dealt with, before or now; 401 when the signature
 * is not ours; 422 when it is no event; 503 when Cal.com could not be asked (the sweep asks again).
 */
import { Hono } from 'hono';
import { type App, notHere, refusal, refuse } from '#functions/answer.ts';
import { adopt } from '#functions/calendar/cal-adopt.ts';
import { calApi } from '#functions/calendar/cal-api.ts';
import { earlierUids, follow } from '#functions/calendar/cal-follow.ts';
import { calEvent } from '#functions/calendar/cal-shapes.ts';
import { kick } from '#functions/follow-up.ts';
import { parse } from '#functions/request.ts';
import { isSigned } from '#functions/signature.ts';
import { isSeen, markSeen } from '#functions/store/cal-events.ts';

const unsigned = refusal(401, 'The signature of this webhook is not right.');
const noEvent = refusal(422, 'This is no event of Cal.com.');
const later = refusal(503, 'Cal.com could not be asked what has changed.');

export const calWebhook = new Hono<App>().post('/', async (c) => {
  const { calendar, linkSecret } = c.get('config');
  if (calendar.service !== 'cal.com') return refuse(c, notHere);
  const raw = await c.req.arrayBuffer();
  const signature = c.req.header('x-cal-signature-256') ?? '';
  if (!(await isSigned(calendar.webhookSecret, signature, raw))) return refuse(c, unsigned);

  const event = readEvent(raw);
  if (!event?.ok) return refuse(c, noEvent);
  const { triggerEvent, createdAt, payload } = event.value;
  const id = `${triggerEvent}:${payload.uid}:${createdAt}`;
  if (await isSeen(c.env.DB, id)) return c.json({ ok: true });

  const api = calApi(calendar);
  const there = await follow(api, payload.uid);
  if (!there) return refuse(c, later);
  const now = new Date();
  // Webhooks of an account speak of all its event types.
  if (there.eventType.id === calendar.eventTypeId) {
    const earlier = await earlierUids(there, async (uid) => {
      const answer = await api.read(uid);
      return answer.kind === 'done' ? answer.value : undefined;
    });
    await adopt(c.env.DB, linkSecret, there, now, earlier);
    c.executionCtx.waitUntil(kick(c.env));
  }
  await markSeen(c.env.DB, id, now);
  return c.json({ ok: true });
});

function readEvent(raw: ArrayBuffer) {
  try {
    return parse(JSON.parse(new TextDecoder().decode(raw)), calEvent);
  } catch {
    return undefined;
  }
}
