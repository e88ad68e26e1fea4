import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import config from '#functions/wrangler.jsonc?raw';
import { site } from '#src/site.ts';
import worker from '#functions/index.ts';
import { DAILY } from '#functions/sweep.ts';
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
  const { leadDays, bookingDays, mailDays } = site.retention;
  await post('/api/leads', lead());
  const [start] = (await freeTimes()) as [string];
  await book(start);
  await mails();
  const all = { leads: 1, bookings: 1, outbox: 4, mailbox: 4 };
  await sweepIn(mailDays - 1);
  expect(await counts()).toEqual(all);
  await sweepIn(mailDays + 1);
  expect(await counts()).toEqual({ ...all, outbox: 0, mailbox: 0 });
  await sweepIn(leadDays - 1);
  expect(await counts()).toMatchObject({ leads: 1, bookings: 1 });
  await sweepIn(Math.max(leadDays, bookingDays) + site.call.horizonDays + 1);
  expect(await counts()).toEqual({ leads: 0, bookings: 0, outbox: 0, mailbox: 0 });
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
