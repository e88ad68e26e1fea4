import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import config from '#functions/wrangler.jsonc?raw';
import { site } from '#src/site.ts';
import worker from '#functions/index.ts';
import { DAILY } from '#functions/sweep.ts';
import { addStop } from '#functions/store/stops.ts';
import { book, count, freeTimes, lead, mails, post } from './requests.ts';

const DAY = 86_400_000;

const sweepIn = (days: number, cron = DAILY) =>
  worker.scheduled(
    createScheduledController({ cron, scheduledTime: Date.now() + days * DAY }),
    env,
  );

const counts = async () => ({
  leads: await count('leads'),
  bookings: await count('bookings'),
  outbox: await count('outbox'),
  mailbox: await count('mailbox'),
});

test('each kind of data is kept as long as src/site.ts says, and no longer', async () => {
  const { leadDays, bookingDays, mailDays, stopDays } = site.retention;
  await post('/api/leads', lead());
  const [start] = (await freeTimes()) as [string];
  await book(start);
  await mails();
  await (await addStop(env.DB, 'a@b.com', 'bounced', new Date())).run();
  const all = { leads: 1, bookings: 1, outbox: 6, mailbox: 4 };
  await sweepIn(mailDays - 1);
  expect(await counts()).toEqual(all);
  await sweepIn(mailDays + 1);
  // The two reminders still wait here, since only the sweep's clock was moved; they go with the lead.
  expect(await counts()).toEqual({ ...all, outbox: 2, mailbox: 0 });
  expect(await count('stops')).toBe(1);
  await sweepIn(leadDays - 1);
  expect(await counts()).toMatchObject({ leads: 1, bookings: 1 });
  await sweepIn(Math.max(leadDays, bookingDays) + site.call.horizonDays + 1);
  expect(await counts()).toEqual({ leads: 0, bookings: 0, outbox: 0, mailbox: 0 });
  // What stays is how many there were.
  const { results } = await env.DB.prepare('SELECT what, count FROM tallies ORDER BY what').all();
  expect(results).toEqual([
    { what: 'call', count: 1 },
    { what: 'lead', count: 1 },
  ]);
  await sweepIn(stopDays + 1);
  expect(await count('stops')).toBe(0);
});

test('a call outlives the lead that it came from', async () => {
  const sent = lead();
  await post('/api/leads', sent);
  const [start] = (await freeTimes()) as [string];
  await book(start, { lead: sent.id });
  await mails();
  await sweepIn(site.retention.leadDays + 0.1);
  expect(await counts()).toMatchObject({ leads: 0, bookings: 1 });
});

test('the cron that only sends deletes nothing', async () => {
  await post('/api/leads', lead());
  await mails();
  await sweepIn(10_000, '*/5 * * * *');
  expect(await count('leads')).toBe(1);
});

test('the daily cron is one of those in wrangler.jsonc', () => {
  expect(config).toContain(`"${DAILY}"`);
});
