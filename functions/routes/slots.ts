/**
 * GET /api/slots: 200 `Slots` (src/booking/booking.ts), the free times until the horizon, the earliest
 * first; 503 when the calendar does not answer.
 */
import { Hono } from 'hono';
import { site } from '#src/site.ts';
import { type App, refusal, refuse } from '#functions/answer.ts';
import { calendarOf } from '#functions/calendar/calendar.ts';

const silent = refusal(
  503,
  `The calendar does not answer just now. Try again in a minute, or write to ${site.contact.email}.`,
);

export const slots = new Hono<App>().get('/', async (c) => {
  const free = await calendarOf(c.env).free(new Date());
  return free ? c.json(free) : refuse(c, silent);
});
