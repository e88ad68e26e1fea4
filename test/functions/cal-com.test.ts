import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import type { BookingAnswer, TakenAnswer } from '#src/booking/api.ts';
import { fakeCal, postCal, settings, times, wish } from './cal-set-up.ts';
import { count, outbox, post, request } from './requests.ts';

const [first, second, third] = times;
const grace = { name: 'Grace', email: 'grace@company.com', timeZone: 'Asia/Kolkata' };

const slots = () => request('/api/slots', {}, settings);
const made = async (response: Response) => response.json<BookingAnswer>();
const sentence = async (response: Response) =>
  (await response.json<{ error: { message: string } }>()).error.message;

const rows = async () =>
  (
    await env.DB.prepare('SELECT id, starts_at AS start, state, cal_uid AS uid FROM bookings').all<
      Record<'id' | 'start' | 'state' | 'uid', string>
    >()
  ).results;

const accepted = (cal: ReturnType<typeof fakeCal>) =>
  [...cal.bookings.values()].filter(({ status }) => status === 'accepted');

test('the free times are those of Cal.com, asked for with the version of that call', async () => {
  const cal = fakeCal();
  cal.book(first, grace);
  const answer = await (await slots()).json<{ slots: { start: string }[]; minutes: number }>();
  expect(answer.slots[0]).toEqual({ start: second });
  expect(answer.slots).toHaveLength(times.length - 1);
  expect(answer.minutes).toBe(30);
  expect(cal.exchanges[0]?.headers).toMatchObject({ 'cal-api-version': '2024-09-04' });
});

test('a call is booked at Cal.com, and only the owner is told by us', async () => {
  const cal = fakeCal();
  const sent = wish(first);
  const response = await postCal('/api/bookings', sent);
  expect(response.status).toBe(201);
  expect((await made(response)).booking).toMatchObject({ id: sent.id, start: first });
  const [there] = accepted(cal);
  expect(there).toMatchObject({
    start: first,
    attendee: { name: 'Ada', email: 'ada@company.com', timeZone: 'America/New_York' },
    metadata: { booking: sent.id },
  });
  expect(await rows()).toEqual([{ id: sent.id, start: first, state: 'active', uid: there?.uid }]);
  expect((await outbox()).map(({ kind }) => kind)).toEqual(['call-booked-notice']);
  const creation = cal.exchanges.find(({ method }) => method === 'POST');
  expect(creation?.headers).toMatchObject({ 'cal-api-version': '2024-08-13' });
});

test('the uid, which opens the call at Cal.com to anybody, is not in the answer', async () => {
  const cal = fakeCal();
  const text = await (await postCal('/api/bookings', wish(first))).text();
  expect(text).not.toContain(accepted(cal)[0]?.uid);
});

test('the same booking sent again is one booking there and here', async () => {
  const cal = fakeCal();
  const sent = wish(first);
  await postCal('/api/bookings', sent);
  expect((await postCal('/api/bookings', sent)).status).toBe(200);
  expect(accepted(cal)).toHaveLength(1);
  expect(await count('bookings')).toBe(1);
});

test('ten copies of one booking at once are one booking there and here', async () => {
  const cal = fakeCal();
  const sent = wish(first);
  const responses = await Promise.all(
    Array.from({ length: 10 }, () => postCal('/api/bookings', sent)),
  );
  expect(responses.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
  expect(accepted(cal)).toHaveLength(1);
  expect(await count('bookings')).toBe(1);
});

describe('when the answer to a booking is lost', () => {
  test.each(['done but broken', 'half an answer', 'done but silent'] as const)(
    '%s: the visitor is told that the call is booked, once',
    async (fault) => {
      const cal = fakeCal();
      cal.fail(fault, /^POST/);
      expect((await postCal('/api/bookings', wish(first))).status).toBe(201);
      expect(accepted(cal)).toHaveLength(1);
      expect(await count('bookings')).toBe(1);
    },
  );

  test('and the look-up too, nothing is claimed, and the next try finds the booking', async () => {
    const cal = fakeCal();
    const sent = wish(first);
    cal.fail('done but broken', /^POST/);
    // The look before the booking is answered, the one after it is not.
    const before = cal.handle.bind(cal);
    let looks = 0;
    cal.handle = (asked) => {
      if (asked.method === 'GET' && ++looks === 2) cal.fail('null', /^GET/);
      return before(asked);
    };
    const response = await postCal('/api/bookings', sent);
    expect(response.status).toBe(503);
    expect(await sentence(response)).toMatch(/nothing happens twice/);
    expect(await count('bookings')).toBe(0);
    expect((await postCal('/api/bookings', sent)).status).toBe(201);
    expect(accepted(cal)).toHaveLength(1);
  });
});

test('a try that is repeated books once also where the host has to confirm and nothing keeps it apart', async () => {
  const cal = fakeCal();
  cal.confirms = true;
  const sent = wish(first);
  cal.book(first, { ...grace, email: sent.email }, { booking: sent.id });
  expect((await postCal('/api/bookings', sent)).status).toBe(201);
  expect(cal.bookings.size).toBe(1);
});

test.each(['server error', 'null', 'too many', 'silence'] as const)(
  '%s where nothing was booked is told as not known, and can be repeated',
  async (fault) => {
    const cal = fakeCal();
    const sent = wish(first);
    cal.fail(fault, /^POST/);
    expect((await postCal('/api/bookings', sent)).status).toBe(503);
    expect(await count('bookings')).toBe(0);
    expect((await postCal('/api/bookings', sent)).status).toBe(201);
    expect(accepted(cal)).toHaveLength(1);
  },
);

describe('who loses the race for a time', () => {
  test.each([
    [
      'in the words of the documented error',
      (cal: ReturnType<typeof fakeCal>) => cal.book(first, grace),
    ],
    ['by the bare conflict', (cal: ReturnType<typeof fakeCal>) => cal.fail('lost race', /^POST/)],
  ])('is told at once with the next times: %s', async (_, rival) => {
    const cal = fakeCal();
    rival(cal);
    const response = await postCal('/api/bookings', wish(first));
    expect(response.status).toBe(409);
    const answer = await response.json<TakenAnswer>();
    expect(answer.error.message).toBe(
      'Somebody else has just taken this time. Choose one of the next free times.',
    );
    expect(answer.slots).toHaveLength(6);
    expect(await count('bookings')).toBe(0);
  });
});

test('of twenty visitors at once for one time, one has it', async () => {
  const cal = fakeCal();
  const wishes = Array.from({ length: 20 }, (_, i) => wish(first, { email: `v${i}@company.com` }));
  const responses = await Promise.all(wishes.map((one) => postCal('/api/bookings', one)));
  expect(responses.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
  expect(accepted(cal)).toHaveLength(1);
  expect(await count('bookings')).toBe(1);
});

test('a time that is not offered is told apart from one that is taken', async () => {
  fakeCal();
  const response = await postCal('/api/bookings', wish('2099-01-05T09:00:00.000Z'));
  expect(response.status).toBe(422);
  expect(await sentence(response)).toMatch(/not offered/);
});

test('when the times cannot be looked up, the visitor is told and given an address', async () => {
  const cal = fakeCal();
  for (const fault of ['server error', 'old version', 'null'] as const) {
    cal.fail(fault);
    const response = await slots();
    expect(response.status).toBe(503);
    expect(await sentence(response)).toMatch(/@/);
  }
});

describe('the signed link', () => {
  const booked = async () => {
    const cal = fakeCal();
    const sent = wish(first);
    const { token } = await made(await postCal('/api/bookings', sent));
    return {
      cal,
      sent,
      token,
      call: (name: string, more: object = {}) =>
        postCal(`/api/bookings/${name}`, { token, ...more }),
    };
  };

  test('moves the call, which gets a new uid there and stays one row here', async () => {
    const { cal, sent, call } = await booked();
    const moved = await call('move', { start: second });
    expect(moved.status).toBe(200);
    expect((await made(moved)).booking).toMatchObject({ id: sent.id, start: second });
    expect(accepted(cal).map(({ start }) => start)).toEqual([second]);
    expect(await rows()).toEqual([
      { id: sent.id, start: second, state: 'active', uid: accepted(cal)[0]?.uid },
    ]);
    expect((await call('cancel')).status).toBe(200);
    expect(accepted(cal)).toEqual([]);
    expect((await rows())[0]?.state).toBe('cancelled');
  });

  test.each(['done but broken', 'half an answer'] as const)(
    'moves and cancels also when the answer is lost: %s',
    async (fault) => {
      const { cal, call } = await booked();
      cal.fail(fault, /reschedule$/);
      expect((await call('move', { start: second })).status).toBe(200);
      cal.fail(fault, /cancel$/);
      expect((await call('cancel')).status).toBe(200);
      expect(accepted(cal)).toEqual([]);
      expect((await rows())[0]).toMatchObject({ start: second, state: 'cancelled' });
    },
  );

  test('says so when it does not know, and keeps the call as it is', async () => {
    const { cal, call } = await booked();
    cal.fail('server error', /reschedule$/);
    expect((await call('move', { start: second })).status).toBe(503);
    cal.fail('null', /cancel$/);
    expect((await call('cancel')).status).toBe(503);
    expect((await rows())[0]).toMatchObject({ start: first, state: 'active' });
  });

  test('does not move the call to a time that somebody else has', async () => {
    const { cal, call } = await booked();
    cal.book(second, grace);
    const response = await call('move', { start: second });
    expect(response.status).toBe(409);
    expect((await response.json<TakenAnswer>()).slots[0]).toEqual({ start: third });
    expect((await rows())[0]).toMatchObject({ start: first, state: 'active' });
  });

  test('finds what was cancelled there meanwhile, and does not move it', async () => {
    const { cal, call } = await booked();
    const [there] = accepted(cal);
    if (there) there.status = 'cancelled';
    expect((await call('move', { start: second })).status).toBe(409);
    expect((await rows())[0]?.state).toBe('cancelled');
    expect((await call('cancel')).status).toBe(200);
  });
});

test('a call of our own calendar can still be cancelled after the switch to Cal.com', async () => {
  const free = await (await request('/api/slots')).json<{ slots: [{ start: string }] }>();
  const { token } = await made(await post('/api/bookings', wish(free.slots[0].start)));
  const cal = fakeCal();
  expect((await postCal('/api/bookings/cancel', { token })).status).toBe(200);
  expect(cal.exchanges).toEqual([]);
  expect((await rows())[0]?.state).toBe('cancelled');
});

test('nothing of the visitor reaches the log', async () => {
  const cal = fakeCal();
  const log = vi.spyOn(console, 'error').mockReturnValue();
  cal.fail('server error', /^POST/);
  await postCal('/api/bookings', wish(first));
  expect(log).toHaveBeenCalled();
  expect(log.mock.calls.join()).not.toMatch(/ada/i);
});
