import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { BookingAnswer, TakenAnswer } from '#src/booking/api.ts';
import { site } from '#src/site.ts';
import { sign } from '#functions/signature.ts';
import { book, booking, count, freeTimes, lead, mails, post } from './requests.ts';

/** The first free times; there are always enough. */
const times = async () => (await freeTimes()) as readonly [string, string, ...string[]];

const call = (name: string, token: string, more: object = {}) =>
  post(`/api/bookings/${name}`, { token, ...more });

const sentence = async (response: Response) =>
  (await response.json<{ error: { message: string } }>()).error.message;

test('the free times lie within the notice and the horizon and are told to the minute', async () => {
  const free = await times();
  expect(free.length).toBeGreaterThan(20);
  expect(Date.parse(free[0])).toBeGreaterThanOrEqual(
    Date.now() + site.call.noticeHours * 3_600_000 - 1000,
  );
  expect(free.every((start) => /:\d0:00\.000Z$/.test(start))).toBe(true);
  expect([...free].sort()).toEqual(free);
});

test('a free time is booked, is free no longer, and both get the invitation', async () => {
  const [start] = await times();
  const sent = booking(start);
  const response = await post('/api/bookings', sent);
  expect(response.status).toBe(201);
  const answer = await response.json<BookingAnswer>();
  const end = new Date(Date.parse(start) + site.call.minutes * 60_000).toISOString();
  expect(answer.booking).toEqual({
    id: sent.id,
    start,
    end,
    timeZone: 'America/New_York',
    state: 'active',
  });
  expect(await times()).not.toContain(start);
  const sentMails = await mails();
  const visitor = sentMails.find(({ to }) => to === 'ada@company.com');
  const owner = sentMails.find(({ to }) => to === site.contact.owner);
  expect(visitor?.attachments).toHaveLength(1);
  expect(owner?.attachments).toEqual(visitor?.attachments);
});

test('the same booking sent again is the same booking', async () => {
  const [start] = await times();
  const sent = booking(start);
  const first = await (await post('/api/bookings', sent)).json();
  const again = await post('/api/bookings', sent);
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual(first);
  expect(await count('bookings')).toBe(1);
  expect(await mails()).toHaveLength(2);
});

test('twenty copies of one booking at once are one booking', async () => {
  const [start] = await times();
  const sent = booking(start);
  const responses = await Promise.all(
    Array.from({ length: 20 }, () => post('/api/bookings', sent)),
  );
  expect(responses.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
  expect(await mails()).toHaveLength(2);
});

test('of two visitors who want one time, one has it and the other is told the next times', async () => {
  const [start, next] = await times();
  await book(start);
  const response = await post('/api/bookings', booking(start, { email: 'grace@company.com' }));
  expect(response.status).toBe(409);
  const answer = await response.json<TakenAnswer>();
  expect(answer.error.message).toMatch(/taken this time/);
  expect(answer.slots[0]).toEqual({ start: next });
  expect(answer.slots.length).toBeGreaterThan(1);
  expect(await count('bookings')).toBe(1);
});

test('of fifty visitors at once for one time, exactly one has it', async () => {
  const [start] = await times();
  const wishes = Array.from({ length: 50 }, (_, i) =>
    booking(start, { email: `visitor${i}@company.com` }),
  );
  const responses = await Promise.all(wishes.map((wish) => post('/api/bookings', wish)));
  const statuses = responses.map(({ status }) => status).sort();
  expect(statuses).toEqual([201, ...Array(49).fill(409)]);
  expect(await count('bookings')).toBe(1);
  expect(await mails()).toHaveLength(2);
});

test('a time that a call reaches into is not free, also when it begins at another minute', async () => {
  const [start] = await times();
  await book(start);
  const late = new Date(Date.parse(start) + 60_000).toISOString();
  await env.DB.prepare('UPDATE bookings SET starts_at = ?1').bind(late).run();
  expect(await times()).not.toContain(start);
  expect((await post('/api/bookings', booking(start))).status).toBe(409);
  expect(await count('bookings')).toBe(1);
});

test('an id that came before with another time is refused', async () => {
  const [first, second] = await times();
  const sent = booking(first);
  await post('/api/bookings', sent);
  const response = await post('/api/bookings', { ...sent, start: second });
  expect(response.status).toBe(409);
  expect(await response.json()).not.toHaveProperty('slots');
  expect(await count('bookings')).toBe(1);
});

describe('is refused with a sentence, and nothing is stored', () => {
  const offer = '2099-01-05T09:00:00.000Z';
  test.each<[string, object, number]>([
    ['a time in the past', { start: '2020-01-06T09:00:00Z' }, 422],
    ['a time beyond the horizon', { start: offer }, 422],
    [
      'a time at night',
      { start: `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T02:00:00Z` },
      422,
    ],
    ['a time that is none', { start: 'tomorrow' }, 422],
    ['a day that does not exist', { start: '2027-02-30T09:00:00Z' }, 422],
    ['a zone that does not exist', { timeZone: 'Mars/Olympus' }, 422],
    ['no name', { name: ' ' }, 422],
    ['a note of 10 kB', { note: 'x'.repeat(10_000) }, 422],
    ['an address without a domain', { email: 'x@y' }, 422],
    ['an unknown key', { free: true }, 422],
  ])('%s', async (_, over, status) => {
    const response = await post('/api/bookings', { ...booking(offer), ...over });
    expect(response.status).toBe(status);
    expect(await sentence(response)).toMatch(/^[A-Z].* .*[.]$/);
    expect(await count('bookings')).toBe(0);
    expect(await count('outbox')).toBe(0);
  });
});

test('a booking belongs to the lead that it names, when there is one', async () => {
  const [first, second] = await times();
  const known = lead();
  await post('/api/leads', known);
  expect((await post('/api/bookings', booking(first, { lead: known.id }))).status).toBe(201);
  expect((await post('/api/bookings', booking(second, { lead: crypto.randomUUID() }))).status).toBe(
    201,
  );
});

describe('the signed link', () => {
  test('shows the call', async () => {
    const [start] = await times();
    const made = await book(start);
    const shown = await call('show', made.token);
    expect(shown.status).toBe(200);
    expect((await shown.json<BookingAnswer>()).booking).toEqual(made.booking);
  });

  test('moves the call to a free time, and frees the old one', async () => {
    const [first, second] = await times();
    const made = await book(first);
    const moved = await call('move', made.token, { start: second });
    expect(moved.status).toBe(200);
    expect((await moved.json<BookingAnswer>()).booking).toMatchObject({
      id: made.booking.id,
      start: second,
    });
    const free = await times();
    expect(free).toContain(first);
    expect(free).not.toContain(second);
  });

  test('moves the call once, however often it is asked to', async () => {
    const [first, second] = await times();
    const made = await book(first);
    const moves = await Promise.all(
      Array.from({ length: 5 }, () => call('move', made.token, { start: second })),
    );
    expect(moves.map(({ status }) => status)).toEqual(Array(5).fill(200));
    const kinds = (await mails())
      .map(({ id }) => id.split(':')[0])
      .filter((kind) => kind?.includes('moved'));
    expect(kinds.sort()).toEqual(['call-moved', 'call-moved-notice']);
  });

  test('does not move the call to a time that is taken or not offered', async () => {
    const [first, second] = await times();
    const made = await book(first);
    await book(second, { email: 'grace@company.com' });
    const taken = await call('move', made.token, { start: second });
    expect(taken.status).toBe(409);
    expect((await taken.json<TakenAnswer>()).slots.length).toBeGreaterThan(0);
    expect((await call('move', made.token, { start: '2020-01-06T09:00:00Z' })).status).toBe(422);
    expect((await (await call('show', made.token)).json<BookingAnswer>()).booking.start).toBe(
      first,
    );
  });

  test('cancels the call once, and frees its time for another visitor', async () => {
    const [start] = await times();
    const made = await book(start);
    expect((await call('cancel', made.token)).status).toBe(200);
    const again = await call('cancel', made.token);
    expect((await again.json<BookingAnswer>()).booking.state).toBe('cancelled');
    expect((await call('move', made.token, { start })).status).toBe(409);
    expect((await post('/api/bookings', booking(start))).status).toBe(201);
    const kinds = (await mails()).map(({ id }) => id.split(':')[0]);
    expect(kinds.filter((kind) => kind === 'call-cancelled')).toHaveLength(1);
  });

  test('that was altered, has expired or names nothing is refused with a sentence', async () => {
    const [start] = await times();
    const made = await book(start);
    const secret = 'known-to-the-tests-and-to-nobody-else';
    const old = await sign(secret, 'manage-booking', made.booking.id, new Date(Date.now() - 1000));
    const stranger = await sign(
      secret,
      'manage-booking',
      crypto.randomUUID(),
      new Date(Date.now() + 60_000),
    );
    const foreign = await sign(
      'another secret of thirty-two characters',
      'manage-booking',
      made.booking.id,
      new Date(Date.now() + 60_000),
    );
    for (const [token, status] of [
      [`${made.token}x`, 403],
      ['', 403],
      [foreign, 403],
      [old, 410],
      [stranger, 410],
    ] as const) {
      for (const name of ['show', 'cancel', 'move']) {
        const response = await call(name, token, name === 'move' ? { start } : {});
        expect(response.status, `${name} ${token}`).toBe(status);
        expect(await sentence(response)).toMatch(/[.]$/);
      }
    }
    expect((await (await call('show', made.token)).json<BookingAnswer>()).booking.state).toBe(
      'active',
    );
  });
});
