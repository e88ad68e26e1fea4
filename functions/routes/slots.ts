/** GET /api/slots: 200 `Slots` (src/booking/booking.ts), the free times until the horizon, the earliest first. */
import { Hono } from 'hono';
import type { App } from '#functions/answer.ts';
import { calendarOf } from '#functions/calendar/calendar.ts';

export const slots = new Hono<App>().get('/', async (c) =>
  c.json(await calendarOf(c.env).free(new Date())),
);
