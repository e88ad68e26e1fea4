import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import worker from '#functions/index.ts';
import { sign } from '#functions/signature.ts';
import type { FakeCal } from '#test/fakes/cal.ts';
import { fakeCal, postCal, settings, signed, tell, times, wish } from './cal-set-up.ts';
import { count, lead, outbox, post, request } from './requests.ts';

const { LINK_SECRET } = env as unknown as Record<string, string>;

const [first, second, third] = times;
const grace = { name: 'Grace', email: 'grace@company.com', timeZone: 'Asia/Kolkata' };
let cal: FakeCal;

beforeEach(() => {
  cal = fakeCal();
});

const rows = async () =>
  (
    await env.DB.prepare(
      'SELECT starts_at AS start, state, lead_id AS lead, email, cal_uid AS uid FROM bookings ORDER BY created_at, starts_at',
    ).all<Record<'start' | 'state' | 'lead' | 'email' | 'uid', string>>()
  ).results;

const kinds = async () => (await outbox()).map(({ kind }) => kind).sort();

const sweep = () =>
  worker.scheduled(
    createScheduledController({ cron: '*/5 * * * *', scheduledTime: Date.now() }),
    Object.assign({}, env, settings),
  );

test('a call that was booked at Cal.com itself becomes one of ours, and the owner is told', async () => {
  const there = cal.book(first, grace);
  expect((await tell('BOOKING_CREATED', there.uid)).status).toBe(200);
  expect(await rows()).toEqual([
    { start: first, state: 'active', lead: null, email: grace.email, uid: there.uid },
  ]);
  expect(await kinds()).toEqual(['call-booked-notice']);
});

test('it belongs to the lead whose signed id came along, and to no lead when that was altered', async () => {
  const sent = lead();
  await post('/api/leads', sent);
  const soon = new Date(Date.now() + 60_000);
  const token = await sign(LINK_SECRET ?? '', 'book-for-lead', sent.id, soon);
  const foreign = await sign(LINK_SECRET ?? '', 'manage-booking', sent.id, soon);
  for (const [start, metadata] of [
    [first, { lead: token }],
    [second, { lead: `${token}x` }],
    [third, { lead: foreign }],
  ] as const) {
    await tell('BOOKING_CREATED', cal.book(start, grace, metadata).uid);
  }
  expect((await rows()).map((row) => [row.start, row.lead])).toEqual([
    [first, sent.id],
    [second, null],
    [third, null],
  ]);
});

describe('is refused, and nothing is stored', () => {
  const body = (uid: string) =>
    JSON.stringify({ triggerEvent: 'BOOKING_CREATED', createdAt: first, payload: { uid } });
  test.each<[string, (raw: string) => Promise<string> | string]>([
    ['without a signature', () => ''],
    ['with the words that stand for none', () => 'no-secret-provided'],
    ['signed by another secret', (raw) => signed(raw, 'another secret')],
    ['signed by the empty text', (raw) => signed(raw, ' ')],
    ['with the signature of another body', () => signed('{}')],
    ['with a prefix', async (raw) => `sha256=${await signed(raw)}`],
    ['with half a signature', async (raw) => (await signed(raw)).slice(0, 32)],
  ])('a webhook %s', async (_, signature) => {
    const there = cal.book(first, grace);
    const raw = body(there.uid);
    const response = await request(
      '/api/webhooks/cal',
      { method: 'POST', body: raw, headers: { 'X-Cal-Signature-256': await signature(raw) } },
      settings,
    );
    expect(response.status).toBe(401);
    expect(await count('bookings')).toBe(0);
    expect(cal.exchanges).toEqual([]);
  });

  test('one whose body was changed on the way by a single space', async () => {
    const there = cal.book(first, grace);
    const raw = body(there.uid);
    const response = await request(
      '/api/webhooks/cal',
      { method: 'POST', body: `${raw} `, headers: { 'X-Cal-Signature-256': await signed(raw) } },
      settings,
    );
    expect(response.status).toBe(401);
  });

  test.each(['', 'null', '[]', '{"triggerEvent":"PING"}', 'a=b&c=d'])(
    'the signed %s',
    async (raw) => {
      const response = await request(
        '/api/webhooks/cal',
        { method: 'POST', body: raw, headers: { 'X-Cal-Signature-256': await signed(raw) } },
        settings,
      );
      expect(response.status).toBe(422);
    },
  );

  test('any webhook while the built-in calendar is in use', async () => {
    for (const name of Object.keys(settings)) Object.assign(env, { [name]: '' });
    const raw = body('x');
    const response = await request('/api/webhooks/cal', {
      method: 'POST',
      body: raw,
      headers: { 'X-Cal-Signature-256': await signed(raw) },
    });
    expect(response.status).toBe(404);
  });
});

test('a webhook that comes again is known and asks nobody anything', async () => {
  const there = cal.book(first, grace);
  for (let i = 0; i < 3; i++) await tell('BOOKING_CREATED', there.uid, first);
  expect(cal.exchanges).toHaveLength(1);
  expect(await count('bookings')).toBe(1);
  expect(await kinds()).toEqual(['call-booked-notice']);
});

test('a creation that arrives after the cancellation does not bring the call back', async () => {
  const there = cal.book(first, grace);
  await tell('BOOKING_CREATED', there.uid, first);
  there.status = 'cancelled';
  await tell('BOOKING_CANCELLED', there.uid, second);
  await tell('BOOKING_CREATED', there.uid, third);
  expect((await rows()).map(({ state }) => state)).toEqual(['cancelled']);
  expect(await kinds()).toEqual(['call-booked-notice', 'call-cancelled-notice']);
});

test.each(['BOOKING_RESCHEDULED', 'BOOKING_REQUESTED'])(
  'a move that is told as %s keeps one row, whichever uid is named',
  async (trigger) => {
    const there = cal.book(first, grace);
    await tell('BOOKING_CREATED', there.uid);
    const next = cal.move(there, second);
    await tell(trigger, next.uid);
    await tell(trigger, there.uid);
    expect(await rows()).toMatchObject([{ start: second, state: 'active', uid: next.uid }]);
    expect(await kinds()).toEqual(['call-booked-notice', 'call-moved-notice']);
  },
);

test('of two moves in the wrong order the last one holds', async () => {
  const there = cal.book(first, grace);
  await tell('BOOKING_CREATED', there.uid);
  const next = cal.move(there, second);
  const last = cal.move(next, third);
  await tell('BOOKING_RESCHEDULED', last.uid);
  await tell('BOOKING_RESCHEDULED', next.uid);
  expect(await rows()).toMatchObject([{ start: third, state: 'active', uid: last.uid }]);
});

test('the cancellation of a moved call that is told first ends the call for good', async () => {
  const there = cal.book(first, grace);
  await tell('BOOKING_CREATED', there.uid);
  const next = cal.move(there, second);
  next.status = 'cancelled';
  await tell('BOOKING_CANCELLED', next.uid);
  await tell('BOOKING_RESCHEDULED', next.uid, third);
  expect(await rows()).toMatchObject([{ state: 'cancelled' }]);
});

test('when the host asks for another time, the new call is a row of its own', async () => {
  const there = cal.book(first, grace);
  await tell('BOOKING_CREATED', there.uid);
  there.status = 'cancelled';
  await tell('BOOKING_CANCELLED', there.uid);
  const next = cal.book(second, grace, {}, there.uid);
  await tell('BOOKING_CREATED', next.uid);
  expect(await rows()).toMatchObject([
    { start: first, state: 'cancelled' },
    { start: second, state: 'active', uid: next.uid },
  ]);
});

test('a call that a visitor names her own by another’s id stays a call of its own', async () => {
  const sent = wish(first);
  await postCal('/api/bookings', sent);
  const stranger = cal.book(second, grace, { booking: sent.id });
  cal.bookings.set(stranger.uid, { ...stranger, createdAt: new Date(0).toISOString() });
  await tell('BOOKING_CREATED', stranger.uid);
  expect((await rows()).map(({ start, email }) => [start, email])).toEqual([
    [first, 'ada@company.com'],
    [second, grace.email],
  ]);
});

test('bookings of another event type are none of ours', async () => {
  const there = cal.book(first, grace);
  cal.bookings.set(there.uid, { ...there, eventTypeId: 5 });
  expect((await tell('BOOKING_CREATED', there.uid)).status).toBe(200);
  await sweep();
  expect(await count('bookings')).toBe(0);
});

test('while Cal.com cannot be asked the webhook is not taken for done', async () => {
  const there = cal.book(first, grace);
  cal.fail('server error');
  expect((await tell('BOOKING_CREATED', there.uid, first)).status).toBe(503);
  expect((await tell('BOOKING_CREATED', there.uid, first)).status).toBe(200);
  expect(await count('bookings')).toBe(1);
});

describe('the sweep', () => {
  test('finds a booking, a double move and a cancellation whose webhooks never came', async () => {
    const [booked, moved, cancelled] = [first, second, third].map((start) =>
      cal.book(start, grace),
    );
    if (!booked || !moved || !cancelled) throw new Error('not booked');
    await sweep();
    expect(await rows()).toHaveLength(3);
    const last = cal.move(cal.move(moved, times[3] ?? ''), times[4] ?? '');
    cancelled.status = 'cancelled';
    await sweep();
    await sweep();
    expect((await rows()).map(({ start, state }) => [start, state]).sort()).toEqual(
      [
        [first, 'active'],
        [last.start, 'active'],
        [third, 'cancelled'],
      ].sort(),
    );
    expect((await kinds()).filter((kind) => kind !== 'call-booked-notice')).toEqual([
      'call-cancelled-notice',
      'call-moved-notice',
    ]);
  });

  test('finds the call whose request died after Cal.com had booked it', async () => {
    const sent = wish(first);
    const there = cal.book(first, { ...grace, email: sent.email }, { booking: sent.id });
    await sweep();
    expect(await rows()).toMatchObject([{ uid: there.uid }]);
    expect((await postCal('/api/bookings', sent)).status).toBe(200);
    expect(await count('bookings')).toBe(1);
  });

  test('leaves a call that is just being booked to the request that books it', async () => {
    const sent = wish(first);
    const there = cal.book(first, { ...grace, email: sent.email }, { booking: sent.id });
    cal.bookings.set(there.uid, { ...there, createdAt: new Date().toISOString() });
    await sweep();
    expect((await tell('BOOKING_CREATED', there.uid)).status).toBe(200);
    expect(await count('bookings')).toBe(0);
    expect((await postCal('/api/bookings', sent)).status).toBe(201);
  });

  test('ends what a webhook took from a call that was moved while it was being looked up', async () => {
    const there = cal.book(first, grace);
    const stale = await cal.handle(
      new Request(`http://cal.test/v2/bookings/${there.uid}`, {
        headers: { Authorization: 'Bearer cal_test' },
      }),
    );
    const next = cal.move(there, second);
    await tell('BOOKING_RESCHEDULED', next.uid);
    const before = cal.handle.bind(cal);
    cal.handle = async (asked) => (asked.url.endsWith(there.uid) ? stale : before(asked));
    await tell('BOOKING_CREATED', there.uid);
    cal.handle = before;
    await sweep();
    await sweep();
    expect(await rows()).toMatchObject([
      { start: second, state: 'active' },
      { start: first, state: 'cancelled' },
    ]);
  });

  test('does not bring back a call that was deleted here', async () => {
    const there = cal.book(first, grace);
    await sweep();
    await env.DB.prepare('DELETE FROM bookings').run();
    await sweep();
    expect((await tell('BOOKING_CREATED', there.uid)).status).toBe(200);
    expect(await count('bookings')).toBe(0);
  });

  test('does nothing when Cal.com does not answer', async () => {
    cal.book(first, grace);
    cal.fail('null');
    await sweep();
    expect(await count('bookings')).toBe(0);
  });
});
