import { expect, test, vi } from 'vitest';
import { resendMailer } from '#functions/mail/resend.ts';
import { refused } from '#test/fakes/faults.ts';
import { mail } from '#test/fakes/mail.ts';

const answer = (with_: () => Promise<Response>) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(with_);
const send = () => resendMailer('re_key', 'http://resend.test').send(mail, 'report:1');

test('a mail goes to the given address with its key, its answer address, its headers and its files', async () => {
  const fetch = answer(async () => Response.json({ id: 'abc' }));
  expect(await send()).toEqual({ outcome: 'sent', providerId: 'abc' });
  const request = new Request(...(fetch.mock.calls[0] ?? ['']));
  expect(request.url).toBe('http://resend.test/emails');
  expect(request.headers.get('authorization')).toBe('Bearer re_key');
  expect(request.headers.get('idempotency-key')).toBe('report:1');
  expect(await request.json()).toMatchObject({
    from: mail.from,
    to: mail.to,
    reply_to: mail.replyTo,
    subject: 'Subject',
    headers: mail.headers,
    // Only letters, digits, “_” and “-” are allowed here.
    tags: [{ name: 'mail', value: 'report_1' }],
    attachments: [
      { filename: 'call.ics', content: 'QUJD', content_type: 'text/calendar; method=REQUEST' },
    ],
  });
});

test.each<[string, () => Response | Promise<Response>, string, string]>([
  ['a server error', () => refused(500, 'application_error'), 'later', '500 application_error'],
  [
    'a server error with the body null',
    () => Response.json(null, { status: 500 }),
    'later',
    'unreadable',
  ],
  ['success with the body null', () => Response.json(null), 'later', 'unreadable'],
  ['success without an id', () => Response.json({}), 'later', 'unreadable'],
  ['half an answer', () => new Response('{"id":"ab'), 'later', 'application_error'],
  [
    'a page instead of JSON',
    () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    'later',
    '502 application_error',
  ],
  ['a cut line', () => Promise.reject(new TypeError('network')), 'later', 'application_error'],
  [
    'a first request still under way',
    () => refused(409, 'concurrent_idempotent_requests'),
    'later',
    '409 concurrent_idempotent_requests',
  ],
  ['a key that is wrong', () => refused(403, 'invalid_api_key'), 'later', '403 invalid_api_key'],
  [
    'a domain that is not verified',
    () => refused(403, 'validation_error'),
    'later',
    '403 validation_error',
  ],
  [
    'a mail that breaks the rules',
    () => refused(422, 'invalid_parameter'),
    'never',
    '422 invalid_parameter',
  ],
  [
    'a body that differs under the same key',
    () => refused(409, 'invalid_idempotent_request'),
    'never',
    '409 invalid_idempotent_request',
  ],
  [
    'an error whose name is a sentence',
    () => refused(400, 'ada@company.com is bad'),
    'never',
    '400 unreadable',
  ],
])('%s is told apart', async (_, response, outcome, code) => {
  answer(async () => response());
  expect(await send()).toMatchObject({ outcome, code });
});

test('the three kinds of “too many” wait a second, an hour, and hours', async () => {
  const waits = [];
  for (const name of ['rate_limit_exceeded', 'daily_quota_exceeded', 'monthly_quota_exceeded']) {
    answer(async () => refused(429, name));
    const delivery = await send();
    expect(delivery).toMatchObject({ outcome: 'later', code: `429 ${name}` });
    waits.push(delivery.outcome === 'later' && delivery.afterMs);
  }
  expect(waits).toEqual([1000, 3_600_000, 6 * 3_600_000]);
});

test('a refusal is told from an answer after which the mail may have gone out', async () => {
  const refusals = [
    refused(429, 'rate_limit_exceeded'),
    refused(429, 'monthly_quota_exceeded'),
    refused(401, 'missing_api_key'),
    refused(403, 'suspended_api_key'),
  ];
  for (const response of refusals) {
    answer(async () => response);
    expect(await send()).toMatchObject({ outcome: 'later', refused: true });
  }
  const unclear = [
    refused(500, 'application_error'),
    refused(503, 'service_unavailable'),
    refused(409, 'concurrent_idempotent_requests'),
    Response.json(null, { status: 500 }),
    new Response('{"id":'),
  ];
  for (const response of unclear) {
    answer(async () => response);
    const delivery = await send();
    expect(delivery.outcome).toBe('later');
    expect(delivery).not.toHaveProperty('refused');
  }
});

test('what the rate headers say is handed on, on success as on refusal', async () => {
  const limits = { 'ratelimit-limit': '10', 'ratelimit-remaining': '3', 'ratelimit-reset': '1' };
  answer(async () => Response.json({ id: 'a' }, { headers: limits }));
  expect(await send()).toEqual({ outcome: 'sent', providerId: 'a', pace: { perSecond: 10 } });
  answer(async () =>
    Response.json({ id: 'a' }, { headers: { ...limits, 'ratelimit-remaining': '0' } }),
  );
  expect(await send()).toMatchObject({ pace: { perSecond: 10, pauseMs: 1000 } });
  answer(async () => refused(429, 'rate_limit_exceeded', { 'retry-after': '4' }));
  expect(await send()).toMatchObject({ afterMs: 4000, pace: { pauseMs: 4000 } });
  answer(async () => refused(429, 'daily_quota_exceeded'));
  expect(await send()).toMatchObject({ pace: { pauseMs: 3_600_000 } });
  answer(async () => refused(500, 'application_error'));
  expect(await send()).not.toHaveProperty('pace');
});

test.each([
  ['seconds', '7', 7000],
  ['a date', new Date('2026-11-23T12:01:00Z').toUTCString(), 60_000],
  ['nonsense', 'soon', 1000],
  ['a year', String(365 * 86_400), 86_400_000],
])('a wait asked for in %s is heeded', async (_, value, expected) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T12:00:00Z') });
  answer(async () => refused(429, 'rate_limit_exceeded', { 'retry-after': value }));
  expect(await send()).toMatchObject({ outcome: 'later', afterMs: expected });
});

test('silence ends after ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(globalThis, 'fetch').mockImplementation(
    (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      }),
  );
  const sending = send();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await sending).toEqual({ outcome: 'later', code: 'application_error', afterMs: 0 });
});
