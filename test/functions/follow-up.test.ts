import {
  createScheduledController,
  evictDurableObject,
  runDurableObjectAlarm,
} from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { site } from '#src/site.ts';
import worker from '#functions/index.ts';
import { GIVE_UP_MS, KEY_MS, LEASE_MS, nextTry } from '#functions/retry.ts';
import { claimDue } from '#functions/store/outbox.ts';
import { faults, refused } from '#test/fakes/faults.ts';
import { fakeResend, sendThroughFake } from './fake-resend.ts';
import { book, followUp, freeTimes, lead, outbox, outboxNow, post, settled } from './requests.ts';

const rowOf = async (id: string) => (await outbox()).find((row) => row.id === id);

/** Moves the clock to when the row is tried again, and lets the alarm ring. */
async function tryAgain(id: string) {
  const at = Date.parse((await rowOf(id))?.nextAt ?? '');
  // A second more: what the provider asks of all mails counts from when its answer was read.
  vi.useFakeTimers({ toFake: ['Date'], now: at + 1000 });
  await runDurableObjectAlarm(followUp());
}

/** The next request ends after its commit and before it asks for the mails to be sent. */
const dieBeforeKick = () =>
  vi.spyOn(Object.getPrototypeOf(env.FOLLOW_UP), 'getByName').mockImplementationOnce(() => {
    throw new Error('died before the kick');
  });

test('a mail that fails three times is delivered once, with one key and the same bytes', async () => {
  const resend = await fakeResend();
  const sent = lead();
  const key = `report:${sent.id}`;
  resend.failing = key;
  resend.failures.push(
    refused(500, 'application_error'),
    new Error('line cut'),
    refused(503, 'service_unavailable'),
  );
  await post('/api/leads', sent);
  await settled();
  // What the mail is made of may change meanwhile, by a new release for one; the mail may not.
  await env.DB.prepare(`UPDATE leads SET answers = '{"builder":"bubble"}'`).run();
  for (let i = 0; i < 3; i++) await tryAgain(key);
  expect(await rowOf(key)).toMatchObject({ state: 'sent', tries: 4 });
  const attempts = resend.requests.filter((request) => request.key === key);
  expect(attempts).toHaveLength(4);
  expect(new Set(attempts.map(({ body }) => body)).size).toBe(1);
  expect([...resend.delivered.keys()].sort()).toEqual([`lead-notice:${sent.id}`, key]);
});

test('what was delivered keeps the provider’s id and no longer the text of the mail', async () => {
  await fakeResend();
  const sent = lead();
  await post('/api/leads', sent);
  await settled();
  expect(await rowOf(`report:${sent.id}`)).toMatchObject({
    state: 'sent',
    providerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    mail: null,
    tries: 1,
  });
});

test('a mail that went out although its answer was lost is not delivered twice', async () => {
  const resend = await fakeResend();
  const send = vi.mocked(globalThis.fetch).getMockImplementation();
  vi.mocked(globalThis.fetch).mockImplementationOnce(async (...request) => {
    await send?.(...request);
    throw new Error('line cut after sending');
  });
  const sent = lead();
  await post('/api/leads', sent);
  await settled();
  for (const { id, state } of await outboxNow()) if (state === 'waiting') await tryAgain(id);
  expect((await outboxNow()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(resend.requests).toHaveLength(3);
  expect(resend.delivered.size).toBe(2);
});

test('one broken mail does not hold up the others', async () => {
  const resend = await fakeResend();
  resend.brokenFor = 'broken@company.com';
  await post('/api/leads', lead({ email: 'broken@company.com' }));
  for (let i = 0; i < 6; i++) await post('/api/leads', lead({ email: `visitor${i}@company.com` }));
  await settled();
  const states = (await outbox()).filter(({ kind }) => kind === 'report').map(({ state }) => state);
  expect(states.sort()).toEqual([...Array(6).fill('sent'), 'waiting']);
});

test('a process that ends with mails unsent loses none of them', async () => {
  const resend = await fakeResend();
  resend.brokenFor = '@';
  await post('/api/leads', lead());
  await settled();
  await evictDurableObject(followUp());
  await sendThroughFake();
  expect((await outboxNow()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  resend.brokenFor = undefined;
  for (const { id } of await outboxNow()) await tryAgain(id);
  expect((await outboxNow()).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('a process that dies in the middle of an attempt frees the mail when its lease ends', async () => {
  const resend = await fakeResend();
  dieBeforeKick();
  await post('/api/leads', lead());
  const now = new Date();
  const claimed = await claimDue(env.DB, now, new Date(now.getTime() + LEASE_MS), 10);
  expect(claimed).toHaveLength(2);
  expect(await claimDue(env.DB, now, new Date(now.getTime() + LEASE_MS), 10)).toEqual([]);
  vi.useFakeTimers({ toFake: ['Date'], now: now.getTime() + LEASE_MS });
  await followUp().kick();
  await runDurableObjectAlarm(followUp());
  await vi.waitFor(() => expect(resend.delivered.size).toBe(2), { timeout: 50_000 });
});

test('the cron sends what a request left that died before its kick', async () => {
  const resend = await fakeResend();
  dieBeforeKick();
  await post('/api/leads', lead());
  expect((await outboxNow()).map(({ tries }) => tries)).toEqual([0, 0]);
  await worker.scheduled(createScheduledController({ cron: '*/5 * * * *' }), env);
  await settled();
  expect(resend.delivered.size).toBe(2);
});

test('a mail that the provider will never take is given up at once, and the owner is told', async () => {
  const resend = await fakeResend();
  const { fetch } = globalThis;
  vi.mocked(fetch).mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const key = request.headers.get('idempotency-key') ?? '';
    if (key.startsWith('report:')) return refused(422, 'invalid_parameter');
    resend.delivered.set(key, await request.text());
    return Response.json({ id: key });
  });
  const sent = lead();
  await post('/api/leads', sent);
  await settled();
  expect(await rowOf(`report:${sent.id}`)).toMatchObject({
    state: 'failed',
    tries: 1,
    lastError: '422 invalid_parameter',
  });
  const notice = JSON.parse(resend.delivered.get(`undelivered-notice:report:${sent.id}`) ?? '{}');
  expect(notice.to).toBe(site.contact.owner);
  expect(notice.text).toContain('ada@company.com');
  expect(notice.text).toContain('422 invalid_parameter');
  expect(notice.text).not.toContain('may have arrived');
});

test('a mail that may have gone out is given up before Resend forgets its key, a notice only after days', async () => {
  const resend = await fakeResend();
  resend.brokenFor = '@';
  const sent = lead();
  const start = Date.now();
  await post('/api/leads', sent);
  await settled();
  for (let i = 0; i < 40; i++)
    for (const { id, state } of await outboxNow()) if (state === 'waiting') await tryAgain(id);
  const rows = (await outboxNow()).filter(({ kind }) => kind !== 'undelivered-notice');
  expect(rows.map(({ kind, state }) => [kind, state])).toEqual([
    ['lead-notice', 'failed'],
    ['report', 'failed'],
  ]);
  const [notice, report] = rows as [(typeof rows)[0], (typeof rows)[0]];
  expect(report.tries).toBeGreaterThan(8);
  expect(Date.parse(report.nextAt) - start).toBeLessThan(24 * 3_600_000);
  expect(notice.tries).toBeGreaterThan(20);
  expect((await outboxNow()).map(({ id }) => id).sort()).toEqual(
    [`lead-notice:${sent.id}`, `report:${sent.id}`, `undelivered-notice:report:${sent.id}`].sort(),
  );
});

test('of a mail that may have gone out and was given up, the owner is told just that', async () => {
  const resend = await fakeResend();
  const sent = lead();
  const key = `report:${sent.id}`;
  resend.failing = key;
  resend.failures.push(...Array.from({ length: 30 }, () => faults.serverError));
  await post('/api/leads', sent);
  await settled();
  while ((await rowOf(key))?.state === 'waiting') await tryAgain(key);
  await settled();
  expect(resend.delivered.get(`undelivered-notice:${key}`)).toContain('may have arrived');
});

test.each([
  ['a rate limit without a header', faults.rateLimit()],
  ['a rate limit with one', faults.rateLimit({ 'retry-after': '30' })],
  ['the quota of the day', faults.dailyQuota],
  ['the quota of the month', faults.monthlyQuota],
  ['a server error', faults.serverError],
  ['an outage', faults.unavailable],
  ['an error with the body null', faults.nullBody],
  ['half an answer', faults.halfAnswer],
  ['a gateway’s page', faults.page],
  ['a cut line', faults.cutLine],
  ['an answer that is lost', faults.lostAnswer],
])('after %s the report arrives, and arrives once', async (_, fault) => {
  const resend = await fakeResend();
  const sent = lead();
  const key = `report:${sent.id}`;
  resend.failing = key;
  resend.failures.push(fault, fault);
  await post('/api/leads', sent);
  await settled();
  expect(await rowOf(key)).toMatchObject({ state: 'waiting', tries: 1 });
  for (let i = 0; i < 2; i++) await tryAgain(key);
  expect(await rowOf(key)).toMatchObject({ state: 'sent', tries: 3 });
  expect(resend.delivered.has(key)).toBe(true);
  expect(resend.doubled).toEqual([]);
});

test('a mail that Resend clearly refused is tried beyond a day, since nothing can arrive twice', async () => {
  const resend = await fakeResend();
  const sent = lead();
  const key = `report:${sent.id}`;
  resend.failing = key;
  // The quota of the month is used up for two days.
  resend.failures.push(...Array.from({ length: 8 }, () => faults.monthlyQuota));
  const start = Date.now();
  await post('/api/leads', sent);
  await settled();
  for (let i = 0; i < 8; i++) await tryAgain(key);
  expect(await rowOf(key)).toMatchObject({ state: 'sent', tries: 9 });
  expect(Date.now() - start).toBeGreaterThan(40 * 3_600_000);
  expect(resend.doubled).toEqual([]);
});

test('a rate limit holds all mails back until the time that Resend names, and costs none of them', async () => {
  const resend = await fakeResend();
  resend.headers = { 'ratelimit-limit': '2', 'ratelimit-remaining': '0', 'ratelimit-reset': '60' };
  for (let i = 0; i < 4; i++) await post('/api/leads', lead({ email: `visitor${i}@company.com` }));
  await vi.waitFor(async () => {
    await runDurableObjectAlarm(followUp());
    expect(resend.delivered.size).toBeGreaterThan(0);
  });
  const before = resend.requests.length;
  // The first group was as large as without a limit; afterwards nobody asks.
  expect(before).toBeLessThanOrEqual(4);
  await followUp().kick();
  await runDurableObjectAlarm(followUp());
  expect(resend.requests).toHaveLength(before);
  const rows = await outboxNow();
  expect(rows.filter(({ state }) => state === 'waiting').every(({ tries }) => tries === 0)).toBe(
    true,
  );
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  await followUp().kick();
  await runDurableObjectAlarm(followUp());
  expect(resend.requests.length).toBe(before + 2);
  resend.headers = {};
  vi.setSystemTime(Date.now() + 122_000);
  await settled();
  expect(resend.delivered.size).toBe(8);
});

test('the confirmation of a call that was moved before it could be sent is left out', async () => {
  await fakeResend();
  const [first, second] = (await freeTimes()) as [string, string];
  dieBeforeKick();
  const { token, booking } = await book(first);
  await post('/api/bookings/move', { token, start: second });
  await settled();
  expect(await rowOf(`call-booked:${booking.id}:0`)).toMatchObject({ state: 'dropped' });
  expect(await rowOf(`call-moved:${booking.id}:1`)).toMatchObject({ state: 'sent' });
});

test('the waits grow, heed what the provider asks for, and end after some days', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const entry = { kind: 'report', dueAt: now.toISOString(), maybeSentAt: null } as const;
  const wait = (tries: number, asked = 0) =>
    (nextTry({ ...entry, tries }, now, asked)?.getTime() ?? 0) - now.getTime();
  const waits = Array.from({ length: 12 }, (_, i) => wait(i + 1));
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits[0]).toBeLessThan(60_000);
  expect(wait(1, 90_000)).toBe(90_000);
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  expect(nextTry({ ...entry, tries: 1, dueAt: ago(GIVE_UP_MS) }, now)).toBeUndefined();
  const unclear = { ...entry, tries: 9, maybeSentAt: ago(KEY_MS - 3_600_000) };
  expect(nextTry(unclear, now)).toBeUndefined();
  expect(nextTry({ ...unclear, kind: 'lead-notice' }, now)).toBeDefined();
  expect(nextTry({ ...unclear, kind: 'lead-hook' }, now)).toBeDefined();
});
