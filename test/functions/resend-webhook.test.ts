import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { site } from '#src/site.ts';
import { bounce, type EventOf, eventBody, signedBy } from '#test/fakes/resend.ts';
import { fakeResend, hookSecret } from './fake-resend.ts';
import { book, count, freeTimes, lead, outbox, post, request, settled } from './requests.ts';

const settings = { RESEND_API_KEY: 're_test', RESEND_WEBHOOK_SECRET: hookSecret };

/** Brings a webhook as Resend does; `over` alters what it brings. */
function bring(
  body: string,
  over: { headers?: Record<string, string>; body?: string; id?: string; at?: Date } = {},
  configured: object = settings,
) {
  const id = over.id ?? `msg_${crypto.randomUUID()}`;
  const headers = { ...signedBy(hookSecret, id, body, over.at), ...over.headers };
  return request(
    '/api/webhooks/resend',
    { method: 'POST', body: over.body ?? body, headers },
    configured,
  );
}

const tell = (event: EventOf, over = {}) => bring(eventBody(event), over);

/** A lead whose report has gone out; its row and the provider's id of it. */
async function sentReport(email = 'ada@company.com') {
  const resend = await fakeResend();
  const sent = lead({ email });
  await post('/api/leads', sent);
  await settled();
  return { resend, sent, key: `report:${sent.id}`, ...(await rowOf(`report:${sent.id}`)) };
}

async function rowOf(id: string) {
  const row = (await outbox()).find((one) => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

describe('is refused', () => {
  const body = eventBody({ type: 'email.bounced', providerId: '1', more: bounce('Permanent') });
  test.each<[string, () => Promise<Response>]>([
    ['an altered body', () => bring(body, { body: body.replace('ada@', 'eva@') })],
    ['an altered id', () => bring(body, { headers: { 'svix-id': 'msg_other' } })],
    ['a time of six minutes ago', () => bring(body, { at: new Date(Date.now() - 360_000) })],
    ['a time to come', () => bring(body, { at: new Date(Date.now() + 360_000) })],
    [
      'another secret',
      () =>
        request(
          '/api/webhooks/resend',
          {
            method: 'POST',
            body,
            headers: signedBy('whsec_YW5vdGhlciBhbm90aGVyIGFub3RoZXIgYW5vdGhlcg==', 'a', body),
          },
          settings,
        ),
    ],
    ['an empty signature', () => bring(body, { headers: { 'svix-signature': '' } })],
    [
      'a signature of an older scheme',
      () => bring(body, { headers: { 'svix-signature': 'v0,AAAA' } }),
    ],
    [
      'no signature at all',
      () => request('/api/webhooks/resend', { method: 'POST', body }, settings),
    ],
  ])('%s', async (_, asked) => {
    expect((await asked()).status).toBe(401);
    expect(await count('stops')).toBe(0);
    expect(await count('mail_events')).toBe(0);
  });

  test('as not there, while no secret is set', async () => {
    expect((await bring(body, {}, {})).status).toBe(404);
  });

  test('a signed body that is no event, with a sentence and not with an error of ours', async () => {
    for (const odd of [
      '',
      'null',
      '[]',
      '{"type":"email.sent"}',
      '{"type":"email.sent","created_at":"soon","data":{}}',
      '{',
    ])
      expect((await bring(odd)).status, odd).toBe(422);
  });
});

test('one of several signatures is enough, as while a secret is changed', async () => {
  const body = eventBody({ type: 'email.sent', providerId: '1' });
  const { 'svix-signature': right } = signedBy(hookSecret, 'a', body);
  expect(
    (await bring(body, { id: 'a', headers: { 'svix-signature': `v1,AAAA ${right}` } })).status,
  ).toBe(200);
});

test('events that say nothing to us are taken, so that they do not come again', async () => {
  for (const type of ['email.opened', 'email.clicked', 'domain.updated', 'contact.created'])
    expect((await tell({ type, providerId: '1' })).status).toBe(200);
  expect(await count('mail_events')).toBe(0);
});

test('what became of a mail stands on its row', async () => {
  const { key, providerId } = await sentReport();
  await tell({ type: 'email.delivered', providerId: providerId ?? '' });
  expect(await rowOf(key)).toMatchObject({ state: 'sent', delivery: 'delivered', lastError: null });
});

test('the same webhook twice is one, and an older one that comes late changes nothing', async () => {
  const { key, providerId } = await sentReport();
  const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
  const of = (type: string, seconds: number) => ({
    type,
    providerId: providerId ?? '',
    at: at(seconds),
  });
  await tell(of('email.complained', 9), { id: 'msg_a' });
  await tell(of('email.delivered', 5), { id: 'msg_b' });
  await tell(of('email.sent', 1), { id: 'msg_c' });
  expect(await rowOf(key)).toMatchObject({ delivery: 'complained' });
  expect((await tell(of('email.delivered', 99), { id: 'msg_a' })).status).toBe(200);
  expect(await rowOf(key)).toMatchObject({ delivery: 'complained' });
  expect(await count('mail_events')).toBe(3);
});

test('of two events of one moment the one that says more stands', async () => {
  const { key, providerId } = await sentReport();
  const at = new Date();
  for (const type of ['email.delivered', 'email.sent', 'email.delivery_delayed'])
    await tell({ type, providerId: providerId ?? '', at });
  expect(await rowOf(key)).toMatchObject({ delivery: 'delivered' });
});

test('a mail whose answer was lost is known by its tag, and is not tried again', async () => {
  const resend = await fakeResend();
  const sent = lead();
  const key = `report:${sent.id}`;
  resend.failing = key;
  resend.failures.push(new Error('line cut'));
  await post('/api/leads', sent);
  await settled();
  expect(await rowOf(key)).toMatchObject({ state: 'waiting', providerId: null });
  await tell({
    type: 'email.delivered',
    providerId: 'e1',
    tags: { mail: key.replaceAll(':', '_') },
  });
  expect(await rowOf(key)).toMatchObject({
    state: 'sent',
    providerId: 'e1',
    delivery: 'delivered',
    mail: null,
  });
  expect(resend.requests.filter((one) => one.key === key)).toHaveLength(1);
});

describe('after a bounce or a complaint', () => {
  test.each([
    ['email.bounced', bounce('Permanent')],
    ['email.complained', {}],
  ])(
    '%s: no mail of any kind goes to the address, in whatever letters it is written',
    async (type, more) => {
      const { resend, providerId } = await sentReport();
      await tell({ type, providerId: providerId ?? '', more });
      const before = resend.delivered.size;
      const again = lead({ email: 'Ada@Company.com' });
      await post('/api/leads', again);
      const [start] = (await freeTimes()) as [string];
      await book(start);
      await settled();
      const to = [...resend.delivered.values()].slice(before).map((body) => JSON.parse(body).to);
      expect(new Set(to)).toEqual(new Set([site.contact.owner]));
      expect(await rowOf(`report:${again.id}`)).toMatchObject({ state: 'failed', tries: 1 });
      // The address itself is not kept, only its fingerprint.
      const stop = await env.DB.prepare('SELECT * FROM stops').first();
      expect(JSON.stringify(stop)).not.toContain('company');
    },
  );

  test('the owner is told of a report that came back, and at the next lead that no mail reaches her', async () => {
    const { resend, key, providerId } = await sentReport();
    await tell({ type: 'email.bounced', providerId: providerId ?? '', more: bounce('Permanent') });
    await settled();
    const notice = JSON.parse(resend.delivered.get(`undelivered-notice:${key}`) ?? '{}');
    expect(notice.text).toContain('ada@company.com');
    expect(notice.text).toContain('sent it back');
    const again = lead();
    await post('/api/leads', again);
    await settled();
    expect(resend.delivered.get(`lead-notice:${again.id}`)).toContain('came back');
  });

  test('a mailbox that is full is no reason to give the address up', async () => {
    const { resend, providerId } = await sentReport();
    await tell({ type: 'email.bounced', providerId: providerId ?? '', more: bounce('Transient') });
    const again = lead();
    await post('/api/leads', again);
    await settled();
    expect(resend.delivered.has(`report:${again.id}`)).toBe(true);
    expect(await count('stops')).toBe(0);
  });

  test('the owner’s own address is never given up: the leads go there', async () => {
    const { resend } = await sentReport();
    const to = site.contact.owner;
    await tell({ type: 'email.bounced', providerId: 'x', to, more: bounce('Permanent') });
    expect(await count('stops')).toBe(0);
    const again = lead();
    await post('/api/leads', again);
    await settled();
    expect(resend.delivered.has(`lead-notice:${again.id}`)).toBe(true);
  });
});

test('a database that fails answers with an error, so that the webhook comes again', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const body = eventBody({ type: 'email.delivered', providerId: '1' });
  const broken = {
    prepare: () => {
      throw new Error('broken');
    },
  };
  expect((await bring(body, {}, { ...settings, DB: broken })).status).toBe(500);
});
