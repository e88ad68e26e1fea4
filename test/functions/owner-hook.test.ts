import { runDurableObjectAlarm } from 'cloudflare:test';
import { Webhook } from 'standardwebhooks';
import { expect, test, vi } from 'vitest';
import { makeReport } from '#src/report/make.ts';
import { fromFragment } from '#src/report/link.ts';
import { faults } from '#test/fakes/faults.ts';
import { fakeResend, type Heard, hookSecret } from './fake-resend.ts';
import {
  answers,
  book,
  followUp,
  freeTimes,
  get,
  lead,
  outbox,
  outboxNow,
  post,
  settled,
} from './requests.ts';

const hooked = { OWNER_WEBHOOK_URL: 'https://hook.test/leads', OWNER_WEBHOOK_SECRET: hookSecret };

/** Verifies a message as its receiver does, and returns what it says. */
const opened = ({ headers, body }: Heard) =>
  new Webhook(hookSecret).verify(body, Object.fromEntries(headers)) as {
    type: string;
    timestamp: string;
    text: string;
    data: Record<string, unknown> & { app: Record<string, unknown> };
  };

const rowOf = async (id: string) => (await outbox()).find((row) => row.id === id);

async function ring(id: string) {
  const at = Date.parse((await rowOf(id))?.nextAt ?? '');
  vi.useFakeTimers({ toFake: ['Date'], now: at + 1000 });
  await runDurableObjectAlarm(followUp());
}

test('a lead is told at once, signed, with the hottest facts first', async () => {
  const { heard } = await fakeResend(hooked);
  const sent = lead();
  await post('/api/leads', sent);
  await settled();
  expect(heard).toHaveLength(1);
  const message = opened(heard[0] as Heard);
  const report = makeReport(answers);
  expect(message).toMatchObject({
    type: 'lead.created',
    data: {
      email: 'ada@company.com',
      answer: 'mailto:ada@company.com?subject=Your%20Loadworthy%20report',
      app: {
        plansFor: 500,
        risk: report.risk,
        builder: 'lovable',
        ratedLoad: Math.round(report.load.likely),
      },
    },
  });
  expect(message.text).toMatch(/^New lead: rated .*ada@company\.com$/);
  const link = String(message.data.app.report).split('#')[1] ?? '';
  expect(fromFragment(link)).toMatchObject({ ok: true, answers });
  expect((await get(new URL(String(message.data.all)).pathname)).status).toBe(200);
  expect(heard[0]?.headers.get('webhook-id')).toBe(`lead-hook:${sent.id}`);
});

test('a call that is booked, moved and cancelled is told each time', async () => {
  const { heard } = await fakeResend(hooked);
  const [first, second] = (await freeTimes()) as [string, string];
  const made = await book(first, { note: 'It is slow' });
  await settled();
  const moved = await post('/api/bookings/move', { token: made.token, start: second });
  await settled();
  await post('/api/bookings/cancel', { token: (await moved.json<{ token: string }>()).token });
  await settled();
  const messages = heard.map(opened);
  expect(messages.map(({ type }) => type)).toEqual(['call.booked', 'call.moved', 'call.cancelled']);
  expect(messages[0]?.data).toMatchObject({ starts: first, note: 'It is slow', name: 'Ada' });
  expect(messages[1]?.data).toMatchObject({ starts: second });
});

test('a receiver that fails gets the same message again, under the same id and freshly signed', async () => {
  const { heard, hookAnswers } = await fakeResend(hooked);
  hookAnswers.push(
    new Response('no', { status: 500 }),
    new Error('line cut'),
    new Response(null, { status: 302 }),
  );
  const sent = lead();
  const id = `lead-hook:${sent.id}`;
  await post('/api/leads', sent);
  await settled();
  for (let i = 0; i < 3; i++) await ring(id);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', tries: 4 });
  expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
  expect(new Set(heard.map(({ headers }) => headers.get('webhook-id'))).size).toBe(1);
  const times = heard.map(({ headers }) => Number(headers.get('webhook-timestamp')));
  expect(times[3]).toBeGreaterThan(times[0] ?? 0);
});

test('what the receiver asks to wait is heeded', async () => {
  const { hookAnswers } = await fakeResend(hooked);
  hookAnswers.push(new Response(null, { status: 429, headers: { 'retry-after': '3600' } }));
  const sent = lead();
  await post('/api/leads', sent);
  await settled();
  const row = await rowOf(`lead-hook:${sent.id}`);
  expect(Date.parse(row?.nextAt ?? '') - Date.now()).toBeGreaterThan(3_500_000);
});

test('a receiver that wants no more is asked no more, and the owner hears of it', async () => {
  const { hookAnswers, delivered } = await fakeResend(hooked);
  hookAnswers.push(new Response(null, { status: 410 }));
  const sent = lead();
  await post('/api/leads', sent);
  await settled();
  expect(await rowOf(`lead-hook:${sent.id}`)).toMatchObject({ state: 'failed', lastError: '410' });
  expect(delivered.get(`undelivered-notice:lead-hook:${sent.id}`)).toContain('owner-webhook');
});

test('it is told although the mail provider is out of order', async () => {
  const resend = await fakeResend(hooked);
  resend.failures.push(...Array.from({ length: 3 }, () => faults.dailyQuota));
  await post('/api/leads', lead());
  await settled();
  await vi.waitFor(async () => {
    await followUp().kick();
    await runDurableObjectAlarm(followUp());
    expect(resend.heard).toHaveLength(1);
  });
  const later = lead({ email: 'grace@company.com' });
  await post('/api/leads', later);
  await runDurableObjectAlarm(followUp());
  // All mails wait for the quota, without an attempt at each.
  expect(await rowOf(`report:${later.id}`)).toMatchObject({ state: 'waiting', tries: 0 });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 3_600_000 });
  await followUp().kick();
  await settled();
});

test('without an address nothing is told and no row is written', async () => {
  const { heard } = await fakeResend();
  await post('/api/leads', lead());
  await settled();
  expect(heard).toEqual([]);
  expect((await outboxNow()).map(({ kind }) => kind)).toEqual(['lead-notice', 'report']);
});
