/**
 * GET /api/health: 200 `{ ok: true, mail, calendar, model, late }` when the site can take leads and calls,
 * else 503 with what is missing, by name. `late` counts messages that wait longer than 15 minutes: not 0
 * means that a mail or webhook service is in trouble.
 */
import { Hono } from 'hono';
import { MODEL_VERSION } from '#src/capacity/model.ts';
import type { App } from '#functions/answer.ts';
import { readConfig } from '#functions/config.ts';
import { lateBy, probe } from '#functions/store/upkeep.ts';
import { log, traceOf } from '#functions/log.ts';

const LATE_MS = 15 * 60_000;

export const health = new Hono<App>().get('/', async (c) => {
  const result = readConfig(c.env);
  const problems = result.ok ? [] : [...result.problems];
  let late = 0;
  try {
    await probe(c.env.DB);
    late = await lateBy(c.env.DB, new Date(Date.now() - LATE_MS));
  } catch (error) {
    log('error', 'database cannot be read', traceOf(error));
    problems.push('The database cannot be read. Apply the migrations in functions/migrations.');
  }
  if (!result.ok || problems.length > 0) {
    return c.json({ ok: false, error: { message: problems.join(' ') } }, 503);
  }
  return c.json({
    ok: true,
    mail: result.config.mail.service,
    calendar: result.config.calendar.service,
    model: MODEL_VERSION,
    late,
  });
});
