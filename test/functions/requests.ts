import {
  createExecutionContext,
  runDurableObjectAlarm,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import type { BookingAnswer } from '#src/booking/api.ts';
import type { Booking, Slots } from '#src/booking/booking.ts';
import { consent, type Lead } from '#src/lead/lead.ts';
import type { Answers } from '#src/quiz/answers.ts';
import worker from '#functions/index.ts';
import type { Mail } from '#functions/mail/mailer.ts';

export const origin = 'https://loadworthy.test';

export const answers: Answers = {
  builder: 'lovable',
  supabasePlan: 'micro',
  rows: '100k',
  users: '1k',
  target: '500',
  list: 'all',
  indexes: 'no',
  cache: 'database',
  delivery: 'large',
  slow: 'no',
  live: 'table',
};

export const lead = (over: Partial<Lead> = {}): Lead => ({
  id: crypto.randomUUID(),
  answers,
  email: 'ada@company.com',
  name: 'Ada',
  consent: consent.version,
  ...over,
});

export const booking = (start: string, over: Partial<Booking> = {}): Booking => ({
  id: crypto.randomUUID(),
  start,
  timeZone: 'America/New_York',
  email: 'ada@company.com',
  name: 'Ada',
  answers,
  ...over,
});

/** Sends a request to the Worker and waits for what it does after its answer. */
export async function request(
  path: string,
  init: RequestInit = {},
  over: object = {},
): Promise<Response> {
  const context = createExecutionContext();
  const response = await worker.fetch(
    new Request(origin + path, init),
    { ...env, ...over },
    context,
  );
  await waitOnExecutionContext(context);
  return response;
}

export const get = (path: string) => request(path);

export const send = (
  path: string,
  body: string | URLSearchParams,
  headers: Record<string, string> = {},
) => request(path, { method: 'POST', body, headers });

export const post = (path: string, body: unknown) =>
  send(path, JSON.stringify(body), { 'Content-Type': 'application/json' });

export async function freeTimes(): Promise<readonly string[]> {
  const { slots } = await (await get('/api/slots')).json<Slots>();
  return slots.map(({ start }) => start);
}

export async function book(start: string, over: Partial<Booking> = {}): Promise<BookingAnswer> {
  return (await post('/api/bookings', booking(start, over))).json();
}

export async function count(table: string): Promise<number> {
  return (await env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<number>('n')) ?? 0;
}

/** Rows of the outbox, with what the tests look at. */
export async function outbox() {
  const { results } = await env.DB.prepare(
    'SELECT id, kind, state, tries, mail, next_at AS nextAt, last_error AS lastError, provider_id AS providerId, delivery, due_at AS dueAt FROM outbox ORDER BY id',
  ).all<{
    id: string;
    kind: string;
    state: string;
    tries: number;
    mail: string | null;
    nextAt: string;
    lastError: string | null;
    providerId: string | null;
    delivery: string | null;
    dueAt: string;
  }>();
  return results;
}

export const followUp = () => env.FOLLOW_UP.getByName('main');

/** Rows that are not reminders, which wait for days. */
export const outboxNow = async () =>
  (await outbox()).filter(({ kind }) => !kind.endsWith('-reminder'));

/** Waits until no mail is due: the alarm that a request asked for has done its work. */
export const settled = () =>
  vi.waitFor(
    async () => {
      await runDurableObjectAlarm(followUp());
      const now = new Date().toISOString();
      const due = (await outbox()).filter(
        (row) =>
          row.state === 'waiting' && row.lastError === null && (row.nextAt <= now || row.tries > 0),
      );
      if (due.length > 0) throw new Error('mails are still due');
    },
    { timeout: 50_000, interval: 20 },
  );

/** What has arrived in the local mailbox. */
export async function mails(): Promise<readonly (Mail & { readonly id: string })[]> {
  await settled();
  const { results } = await env.DB.prepare('SELECT id, mail FROM mailbox ORDER BY id').all<{
    id: string;
    mail: string;
  }>();
  return results.map(({ id, mail }) => ({ ...JSON.parse(mail), id }));
}
