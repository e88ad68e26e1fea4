import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { site } from '#src/site.ts';
import { readConfig } from '#functions/config.ts';
import { hookSecret } from './fake-resend.ts';
import { get, post, request, lead, count } from './requests.ts';

const secret = 'a secret of at least thirty-two characters';

const calCom = {
  CALCOM_API_KEY: 'cal_1',
  CALCOM_EVENT_TYPE_ID: '77',
  CALCOM_WEBHOOK_SECRET: 'shared with Cal.com',
};

test('Cal.com is used when its whole set is there', () => {
  expect(readConfig({ MODE: 'local', LINK_SECRET: secret, ...calCom })).toMatchObject({
    ok: true,
    config: {
      calendar: { service: 'cal.com', eventTypeId: 77, baseUrl: 'https://api.cal.com' },
    },
  });
});

const problems = (env: object) => {
  const result = readConfig(env);
  return result.ok ? '' : result.problems.join(' ');
};

test('the local mode needs no account', () => {
  const result = readConfig({ MODE: 'local', LINK_SECRET: secret });
  expect(result).toMatchObject({
    ok: true,
    config: { local: true, url: site.url, mail: { service: 'local' } },
  });
});

test('production with its secrets mails through Resend', () => {
  const result = readConfig({
    LINK_SECRET: secret,
    RESEND_API_KEY: 're_1',
    RESEND_BASE_URL: 'http://127.0.0.1:9',
    RESEND_WEBHOOK_SECRET: hookSecret,
    OWNER_WEBHOOK_URL: 'https://chat.example/hook',
    OWNER_WEBHOOK_SECRET: hookSecret,
  });
  expect(result).toMatchObject({
    ok: true,
    config: {
      local: false,
      mail: {
        service: 'resend',
        key: 're_1',
        baseUrl: 'http://127.0.0.1:9',
        webhookSecret: hookSecret,
      },
      ownerHook: { url: 'https://chat.example/hook', secret: hookSecret },
    },
  });
});

test.each<[string, object, RegExp]>([
  ['no mail key in production', { LINK_SECRET: secret }, /RESEND_API_KEY is missing/],
  ['no secret', { MODE: 'local' }, /LINK_SECRET is missing/],
  ['a short secret', { MODE: 'local', LINK_SECRET: 'short' }, /LINK_SECRET is too short/],
  ['another mode', { MODE: 'dev', LINK_SECRET: secret, RESEND_API_KEY: 're_1' }, /MODE is “dev”/],
  [
    'an address with a path',
    { MODE: 'local', LINK_SECRET: secret, SITE_URL: 'https://a.b/c' },
    /SITE_URL/,
  ],
  [
    'half of Resend',
    { MODE: 'local', LINK_SECRET: secret, RESEND_BASE_URL: 'http://a' },
    /RESEND_BASE_URL is set but RESEND_API_KEY is not/,
  ],
  [
    'Resend without the secret of its webhooks',
    { LINK_SECRET: secret, RESEND_API_KEY: 're_1' },
    /RESEND_API_KEY is set but RESEND_WEBHOOK_SECRET is not/,
  ],
  [
    'the secret of Resend’s webhooks without Resend',
    { MODE: 'local', LINK_SECRET: secret, RESEND_WEBHOOK_SECRET: hookSecret },
    /RESEND_WEBHOOK_SECRET is set but RESEND_API_KEY is not/,
  ],
  ...[
    'whsec_',
    'whsec_AAAA',
    'no secret of that kind at all, although long enough',
    'whsec_***',
  ].map((bad): [string, object, RegExp] => [
    `the webhook secret “${bad}”`,
    { LINK_SECRET: secret, RESEND_API_KEY: 're_1', RESEND_WEBHOOK_SECRET: bad },
    /RESEND_WEBHOOK_SECRET has to be/,
  ]),
  [
    'an address of the owner’s webhook without a secret',
    { MODE: 'local', LINK_SECRET: secret, OWNER_WEBHOOK_URL: 'https://a.example' },
    /OWNER_WEBHOOK_URL is set but OWNER_WEBHOOK_SECRET is not/,
  ],
  [
    'a secret of the owner’s webhook without an address',
    { MODE: 'local', LINK_SECRET: secret, OWNER_WEBHOOK_SECRET: hookSecret },
    /OWNER_WEBHOOK_SECRET is set but OWNER_WEBHOOK_URL is not/,
  ],
  [
    'a secret for the owner’s webhook that cannot sign',
    {
      MODE: 'local',
      LINK_SECRET: secret,
      OWNER_WEBHOOK_URL: 'https://a.example',
      OWNER_WEBHOOK_SECRET: 'whsec_AA',
    },
    /OWNER_WEBHOOK_SECRET has to be/,
  ],
  [
    'an owner’s webhook that anybody on the way could read',
    {
      LINK_SECRET: secret,
      RESEND_API_KEY: 're_1',
      RESEND_WEBHOOK_SECRET: hookSecret,
      OWNER_WEBHOOK_URL: 'http://a.example',
      OWNER_WEBHOOK_SECRET: hookSecret,
    },
    /OWNER_WEBHOOK_URL has to be an address that starts with https/,
  ],
  [
    'half of Cal.com',
    { MODE: 'local', LINK_SECRET: secret, CALCOM_API_KEY: 'cal_1' },
    /CALCOM_EVENT_TYPE_ID is not.*CALCOM_WEBHOOK_SECRET is not/,
  ],
  [
    'Cal.com with an empty secret',
    { MODE: 'local', LINK_SECRET: secret, ...calCom, CALCOM_WEBHOOK_SECRET: '' },
    /CALCOM_WEBHOOK_SECRET is not/,
  ],
  [
    'a link to a calendar without the calendar',
    { MODE: 'local', LINK_SECRET: secret, CALCOM_LINK: 'https://cal.com/a/b' },
    /CALCOM_LINK is set but CALCOM_API_KEY is not/,
  ],
  [
    'an event type that is no number',
    { MODE: 'local', LINK_SECRET: secret, ...calCom, CALCOM_EVENT_TYPE_ID: 'intro' },
    /CALCOM_EVENT_TYPE_ID has to be the number/,
  ],
  [
    'a link that leads elsewhere',
    {
      MODE: 'local',
      LINK_SECRET: secret,
      ...calCom,
      CALCOM_LINK: 'https://cal.com.evil.example/a',
    },
    /CALCOM_LINK has to be an address/,
  ],
])('%s is refused by name', (_, env, expected) => {
  expect(problems(env)).toMatch(expected);
});

test('health names the services when all is well', async () => {
  const response = await get('/api/health');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    ok: true,
    mail: 'local',
    calendar: 'built-in',
    model: expect.stringMatching(/\d/),
    late: 0,
  });
});

test('health counts what should have gone out long ago', async () => {
  await post('/api/leads', lead());
  await env.DB.prepare(
    `UPDATE outbox SET state = 'waiting', last_error = 'x', next_at = '2999', due_at = '2020'
    WHERE kind = 'report'`,
  ).run();
  expect(await (await get('/api/health')).json()).toMatchObject({ ok: true, late: 1 });
});

const production = { MODE: '', RESEND_API_KEY: '' };

test('in production without a mail key health says what is missing, and nothing is taken', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const health = await request('/api/health', {}, production);
  expect(health.status).toBe(503);
  expect(await health.text()).toContain('RESEND_API_KEY is missing');
  const response = await request(
    '/api/leads',
    {
      method: 'POST',
      body: JSON.stringify(lead()),
      headers: { 'Content-Type': 'application/json' },
    },
    production,
  );
  expect(response.status).toBe(503);
  expect(await response.text()).toContain(site.contact.email);
  expect(log.mock.calls.join()).toContain('RESEND_API_KEY is missing');
  expect(await count('leads')).toBe(0);
});

test('the mailbox does not exist outside the local mode', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  await post('/api/leads', lead());
  for (const over of [production, { MODE: '', RESEND_API_KEY: 're_1' }, { MODE: 'staging' }]) {
    for (const path of [
      '/dev/mailbox',
      '/dev/mailbox/',
      '/dev/mailbox/report:1',
      '/dev/mailbox/report:1/html',
      '/dev',
    ]) {
      expect((await request(path, {}, over)).status, path).toBe(404);
    }
  }
  expect((await get('/dev/mailbox')).status).toBe(200);
});

test('answers are not cached, not guessed at and not framed', async () => {
  for (const path of ['/api/health', '/api/slots', '/api/nothing', '/dev/mailbox']) {
    const { headers } = await get(path);
    expect(headers.get('cache-control'), path).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d+/);
  }
});

test('an address that does not exist answers 404 with a sentence', async () => {
  const response = await get('/api/nothing');
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    error: { message: 'There is nothing at this address.' },
  });
});

test('an error of ours names an id to quote, and nothing of what was sent reaches answer or log', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const response = await request(
    '/api/leads',
    {
      method: 'POST',
      body: JSON.stringify(lead()),
      headers: { 'Content-Type': 'application/json' },
    },
    {
      DB: {
        prepare: () => {
          throw new Error('broken for ada@company.com');
        },
      },
    },
  );
  expect(response.status).toBe(500);
  const { error } = await response.json<{ error: { message: string; reference: string } }>();
  expect(error.message).toMatch(/name [0-9a-f-]{36}\.$/);
  expect(error.message).toContain(error.reference);
  expect(response.headers.get('x-request-id')).toBe(error.reference);
  expect(log.mock.calls.join()).toContain(error.reference);
  expect(error.message).not.toContain('ada@company.com');
  expect(log).toHaveBeenCalledOnce();
  expect(log.mock.calls.join()).toContain('request failed');
  expect(log.mock.calls.join()).not.toContain('ada@company.com');
});

test('each request is one line of the log: id, route and status, neither address nor what was sent', async () => {
  const log = vi.spyOn(console, 'info').mockReturnValue();
  await post('/api/leads', lead());
  await get('/your-data/secret-token?x=ada@company.com');
  const lines = log.mock.calls
    .map(([line]) => JSON.parse(String(line)))
    .filter(({ event }) => event === 'request');
  expect(lines).toMatchObject([
    {
      method: 'POST',
      route: '/api/leads',
      status: 201,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
    { method: 'GET', route: '/your-data/:token', status: 403 },
  ]);
  expect(log.mock.calls.join()).not.toMatch(/company|secret-token/);
});
