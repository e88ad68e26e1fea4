import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { BookingAnswer } from '#src/booking/api.ts';
import type { Lead } from '#src/lead/lead.ts';
import worker from '#functions/index.ts';
import { limits } from '#functions/limits.ts';
import { LEAST_MS, riddle } from '#functions/proof.ts';
import { DAILY } from '#functions/sweep.ts';
import { networkOf } from '#functions/visitor.ts';
import { book, booking, count, freeTimes, lead, post, request } from './requests.ts';

const { LINK_SECRET = '' } = env as unknown as Record<string, string>;

/** Outside the local mode: limits hold there only. */
const production = {
  MODE: '',
  RESEND_API_KEY: 're_test',
  RESEND_WEBHOOK_SECRET: 'whsec_a25vd24tdG8tdGhlLXRlc3RzLWFuZC1ub2JvZHk=',
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});

const sendLead = (over: Partial<Lead>, address = '198.51.100.7', proof?: string) =>
  request(
    '/api/leads',
    {
      method: 'POST',
      body: JSON.stringify(lead(over)),
      headers: {
        'Content-Type': 'application/json',
        'CF-Connecting-IP': address,
        ...(proof && { Proof: proof }),
      },
    },
    production,
  );

let visitor = 0;
/** Another address of another network each time. */
const another = () => `10.0.${Math.floor(++visitor / 200)}.${visitor % 200}`;
const email = () => `v${++visitor}@company.com`;

/** Solves a riddle that was given out some time ago. */
async function proof(ageMs: number = LEAST_MS + 100, over: (c: Challenge) => Challenge = (c) => c) {
  const challenge = over(await riddle(LINK_SECRET, new Date(Date.now() - ageMs)));
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

const statuses = (responses: readonly Response[]) => responses.map(({ status }) => status);
const sentence = async (response: Response | undefined) =>
  (await response?.json<{ error: { message: string } }>())?.error.message;

test('one mailbox gets a few reports a day, however its address is written and whoever asks', async () => {
  const written = ['ada@company.com', 'Ada@company.com', 'ada+a@company.com', 'ada+b@company.com'];
  const responses: Response[] = [];
  for (const to of written) responses.push(await sendLead({ email: to }, another()));
  expect(statuses(responses)).toEqual([...Array(limits.reportsToMailbox).fill(201), 429]);
  expect(await sentence(responses.at(-1))).toMatch(/^This address has got its reports.*@/);
  expect(await count('leads')).toBe(limits.reportsToMailbox);
});

test('a hundred requests at once do not slip past the limit of a mailbox', async () => {
  const responses = await Promise.all(
    Array.from({ length: 100 }, () => sendLead({ email: 'ada@company.com' }, another())),
  );
  expect(statuses(responses).filter((status) => status === 201)).toHaveLength(
    limits.reportsToMailbox,
  );
});

test('a visitor without a proof of work gets a few reports a day, with one more', async () => {
  const plain: Response[] = [];
  for (let i = 0; i <= limits.plainReportsOfVisitor; i++)
    plain.push(await sendLead({ email: email() }));
  expect(statuses(plain)).toEqual([...Array(limits.plainReportsOfVisitor).fill(201), 429]);
  expect(await sentence(plain.at(-1))).toMatch(/JavaScript/);
  for (let i = 0; i < 3; i++)
    expect((await sendLead({ email: email() }, '198.51.100.7', await proof())).status).toBe(201);
  expect((await sendLead({ email: email() }, '198.51.100.8')).status).toBe(201);
});

test('all visitors together who do no work get so many reports a day, those who do still get theirs', async () => {
  await env.DB.prepare('INSERT INTO counts VALUES (?1, ?2, ?3)')
    .bind(
      `${new Date().toISOString().slice(0, 10)}:plainReports:`,
      new Date().toISOString().slice(0, 10),
      limits.plainReports,
    )
    .run();
  expect((await sendLead({ email: email() }, another())).status).toBe(429);
  expect((await sendLead({ email: email() }, another(), await proof())).status).toBe(201);
});

describe('a proof of work', () => {
  /** Whether the limit without a proof applied: it is used up before. */
  const taken = async (header: string) => {
    const address = another();
    for (let i = 0; i < limits.plainReportsOfVisitor; i++)
      await sendLead({ email: email() }, address);
    return (await sendLead({ email: email() }, address, header)).status === 201;
  };

  test('counts once', async () => {
    const header = await proof();
    expect(await taken(header)).toBe(true);
    const again = await sendLead({ email: email() }, another(), header);
    expect(again.status).toBe(409);
    expect(await sentence(again)).toMatch(/Reload the page/);
  });

  test('counts once also when it is sent twenty times at the same moment', async () => {
    const header = await proof();
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => sendLead({ email: email() }, another(), header)),
    );
    expect(statuses(responses).sort()).toEqual([201, ...Array(19).fill(409)]);
  });

  test('is not lost when the answer is: the same lead may come again with it', async () => {
    const [header, sent] = [await proof(), lead()];
    const first = await sendLead(sent, another(), header);
    const again = await sendLead(sent, another(), header);
    expect([first.status, again.status]).toEqual([201, 200]);
  });

  test.each<[string, () => Promise<string>]>([
    ['that is too young to be a person’s', () => proof(0)],
    ['that has expired', () => proof(61 * 60_000)],
    [
      'whose expiry was put off',
      () =>
        proof(61 * 60_000, (c) => ({
          ...c,
          parameters: { ...c.parameters, expiresAt: Math.floor(Date.now() / 1000) + 1000 },
        })),
    ],
    [
      'that was made easier',
      () => proof(3000, (c) => ({ ...c, parameters: { ...c.parameters, cost: 1 } })),
    ],
    [
      'without a solution',
      async () => btoa(JSON.stringify({ challenge: await riddle(LINK_SECRET, new Date(0)) })),
    ],
    [
      'of another site',
      async () => {
        const at = new Date(Date.now() - 5000);
        const challenge = await riddle('another secret of at least 32 characters', at);
        const solution = await solveChallenge({ challenge, deriveKey });
        return btoa(JSON.stringify({ challenge, solution }));
      },
    ],
    ['that is no base64', async () => '%%%'],
    ['of 5 kB', async () => btoa('x'.repeat(5000))],
    ['that is null', async () => btoa('null')],
  ])('%s does not count', async (_, make) => {
    expect(await taken(await make())).toBe(false);
  });

  test('is what the API gives out, and a person who waits five minutes is no worse off', async () => {
    const given = await (await request('/api/proof')).json<Challenge>();
    expect(given.parameters.algorithm).toBe('PBKDF2/SHA-256');
    expect(await taken(await proof(5 * 60_000))).toBe(true);
  });
});

const bookAt = (start: string, to: string, address: string) =>
  request(
    '/api/bookings',
    {
      method: 'POST',
      body: JSON.stringify(booking(start, { email: to })),
      headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': address },
    },
    production,
  );

test('one mailbox and one visitor book a few calls a day', async () => {
  const times = await freeTimes();
  const mailbox: Response[] = [];
  for (let i = 0; i <= limits.callsForMailbox; i++)
    mailbox.push(await bookAt(times[i] ?? '', 'ada@company.com', another()));
  expect(statuses(mailbox)).toEqual([...Array(limits.callsForMailbox).fill(201), 429]);
  const own: Response[] = [];
  for (let i = 0; i <= limits.callsOfVisitor; i++)
    own.push(await bookAt(times[i + 10] ?? '', email(), '198.51.100.7'));
  expect(statuses(own)).toEqual([...Array(limits.callsOfVisitor).fill(201), 429]);
  expect(await sentence(own.at(-1))).toMatch(/calls.*@/);
});

test('a call moves a few times, then it can only be cancelled', async () => {
  const [start, ...others] = (await freeTimes()) as [string, ...string[]];
  const { token } = await book(start);
  const moves: Response[] = [];
  for (let i = 0; i <= limits.moves; i++)
    moves.push(await post('/api/bookings/move', { token, start: others[i] }));
  expect(statuses(moves)).toEqual([...Array(limits.moves).fill(200), 429]);
  const end = await post('/api/bookings/cancel', { token });
  expect((await end.json<BookingAnswer>()).booking.state).toBe('cancelled');
});

test('a network that sends faster than people do has to wait', async () => {
  const responses = await Promise.all(
    Array.from({ length: 80 }, () =>
      request(
        '/api/bookings/show',
        {
          method: 'POST',
          body: '{}',
          headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': '203.0.113.9' },
        },
        production,
      ),
    ),
  );
  const [refused, ...others] = responses.filter(({ status }) => status === 429);
  expect(others.length).toBeGreaterThan(10);
  expect(await sentence(refused)).toBe('That was a lot at once. Wait a minute, then send again.');
});

test('addresses of one household of IPv6 are one network', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:0db8:1:2::1')).toBe('2001:db8:1:2');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf('198.51.100.7')).toBe('198.51.100.7');
});

test('what is counted holds no address, and is forgotten the day after', async () => {
  await sendLead({ email: 'ada@company.com' }, '198.51.100.7', await proof());
  const { results } = await env.DB.prepare('SELECT key FROM counts').all<{ key: string }>();
  expect(results).toHaveLength(3);
  expect(JSON.stringify(results)).not.toMatch(/ada|198\.51/);
  await worker.scheduled(
    createScheduledController({ cron: DAILY, scheduledTime: Date.now() + 86_400_000 }),
    env,
  );
  expect([await count('counts'), await count('spent_proofs')]).toEqual([0, 0]);
});
