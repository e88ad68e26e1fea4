import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { site } from '#src/site.ts';
import { count, lead, mails, origin, post, send } from './requests.ts';

const json = { 'Content-Type': 'application/json' };

const stored = () => env.DB.prepare('SELECT * FROM leads').first<Record<string, unknown>>();

test('a lead is kept with what it agreed to, and its report and the notice are mailed', async () => {
  const sent = lead({ from: { page: '/scaling-issues/', source: 'newsletter' } });
  const response = await post('/api/leads', sent);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ lead: { id: sent.id } });
  const row = await stored();
  expect(row).toMatchObject({
    id: sent.id,
    email: 'ada@company.com',
    consent_version: sent.consent,
    target: 500,
    from_page: '/scaling-issues/',
    from_source: 'newsletter',
  });
  expect(JSON.parse(String(row?.answers))).toEqual(sent.answers);
  expect(row?.rated_load).toBeGreaterThan(0);
  expect(row?.model).toMatch(/\d/);
  expect((await mails()).map(({ id, to }) => [id, to])).toEqual([
    [`lead-notice:${sent.id}`, site.contact.owner],
    [`report:${sent.id}`, 'ada@company.com'],
  ]);
});

test('the same lead sent again is the same lead, and nothing is mailed twice', async () => {
  const sent = lead();
  const first = await post('/api/leads', sent);
  expect(first.status).toBe(201);
  await mails();
  const again = await post('/api/leads', sent);
  expect(again.status).toBe(200);
  expect(await again.json()).toEqual(await first.json());
  expect(await count('leads')).toBe(1);
  expect(await mails()).toHaveLength(2);
});

test('twenty copies of one lead at once are one row, one report and one notice', async () => {
  const sent = lead();
  const responses = await Promise.all(Array.from({ length: 20 }, () => post('/api/leads', sent)));
  const statuses = responses.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(19).fill(200), 201]);
  expect(await count('leads')).toBe(1);
  expect(await mails()).toHaveLength(2);
  expect(await count('outbox')).toBe(4);
});

test('an id that came before with other content is refused instead of swallowed', async () => {
  const sent = lead();
  await post('/api/leads', sent);
  const response = await post('/api/leads', { ...sent, email: 'grace@company.com' });
  expect(response.status).toBe(409);
  expect((await response.json<{ error: { message: string } }>()).error.message).toMatch(
    /Reload the page/,
  );
  expect(await count('leads')).toBe(1);
});

test('answers to questions that this path does not ask are left out', async () => {
  const sent = lead({ answers: { ...lead().answers, bubblePlan: 'team' } });
  expect((await post('/api/leads', sent)).status).toBe(201);
  expect(JSON.parse(String((await stored())?.answers))).toEqual(lead().answers);
});

describe('is refused with a sentence, and nothing is stored', () => {
  const whole = lead();
  const cases: readonly [string, number, () => Promise<Response>, string?][] = [
    [
      'an address without a domain',
      422,
      () => post('/api/leads', { ...whole, email: 'x@y' }),
      'email',
    ],
    [
      'an address with a line break',
      422,
      () => post('/api/leads', { ...whole, email: 'a@b.com\nBcc: c@d.com' }),
      'email',
    ],
    [
      'a name of 10 kB',
      422,
      () => post('/api/leads', { ...whole, name: 'x'.repeat(10_000) }),
      'name',
    ],
    [
      'a name with hidden characters',
      422,
      () => post('/api/leads', { ...whole, name: 'Ada\u202eada' }),
      'name',
    ],
    [
      'a name with half a character',
      422,
      () => post('/api/leads', { ...whole, name: 'Ada\ud800' }),
      'name',
    ],
    [
      'a name with a web address',
      422,
      () => post('/api/leads', { ...whole, name: 'Win at www.prize.example' }),
      'name',
    ],
    [
      'an unknown answer',
      422,
      () => post('/api/leads', { ...whole, answers: { rows: 'lots' } }),
      'answers.rows',
    ],
    [
      'an unknown question',
      422,
      () => post('/api/leads', { ...whole, answers: { colour: 'red' } }),
      'answers.colour',
    ],
    ['no answer at all', 422, () => post('/api/leads', { ...whole, answers: {} })],
    ['an unknown key', 422, () => post('/api/leads', { ...whole, admin: true }), 'admin'],
    [
      'a prototype key',
      422,
      () => send('/api/leads', JSON.stringify(whole).replace('{', '{"__proto__":{"a":1},'), json),
      '__proto__',
    ],
    ['no consent', 422, () => post('/api/leads', { ...whole, consent: undefined }), 'consent'],
    [
      'consent to other words',
      422,
      () => post('/api/leads', { ...whole, consent: '1999-01-01' }),
      'consent',
    ],
    ['an id that is no UUID', 422, () => post('/api/leads', { ...whole, id: '1' }), 'id'],
    ['a list', 422, () => post('/api/leads', [whole])],
    ['null', 422, () => post('/api/leads', null)],
    ['a body that is no JSON', 400, () => send('/api/leads', '{"email":', json)],
    ['an empty body', 400, () => send('/api/leads', '', json)],
    [
      'plain text',
      415,
      () => send('/api/leads', JSON.stringify(whole), { 'Content-Type': 'text/plain' }),
    ],
    [
      'no content type',
      415,
      () => send('/api/leads', JSON.stringify(whole), { 'Content-Type': '' }),
    ],
    ['a body of 100 kB', 413, () => post('/api/leads', { ...whole, name: 'x'.repeat(100_000) })],
    [
      'a deeply nested body',
      422,
      () => send('/api/leads', '['.repeat(30_000) + ']'.repeat(30_000), json),
    ],
    [
      'a form of another site',
      403,
      () =>
        send('/api/leads', new URLSearchParams({ email: 'a@b.com' }), {
          Origin: 'https://evil.example',
        }),
    ],
    [
      'a request of another site',
      403,
      () => send('/api/leads', JSON.stringify(whole), { ...json, 'Sec-Fetch-Site': 'cross-site' }),
    ],
  ];
  test.each(cases)('%s', async (_, status, request, field) => {
    const response = await request();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const { error } = await response.json<{
      error: { message: string; fields?: Record<string, string> };
    }>();
    expect(error.message).toMatch(/^[A-Z].* .*[.]$/s);
    expect(JSON.stringify(error)).not.toMatch(/invalid|required/i);
    if (field) expect(Object.keys(error.fields ?? {})).toEqual([field]);
    expect(await count('leads')).toBe(0);
    expect(await count('outbox')).toBe(0);
  });
});

describe('the form of a browser without JavaScript', () => {
  const form = (over: Record<string, string> = {}) => {
    const { id: _id, answers, from: _from, ...rest } = lead();
    return new URLSearchParams({ ...answers, ...rest, ...over } as Record<string, string>);
  };
  const own = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' };

  test('keeps the lead and leads on to the page that says so', async () => {
    const response = await send('/api/leads', form({ page: '/', source: '' }), own);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/quiz/sent/');
    expect(await stored()).toMatchObject({
      email: 'ada@company.com',
      from_page: '/',
      from_source: null,
    });
    expect((await mails()).map(({ id }) => id.split(':')[0])).toEqual(['lead-notice', 'report']);
  });

  test('sent twice by a double click is one lead', async () => {
    const responses = await Promise.all([
      send('/api/leads', form(), own),
      send('/api/leads', form(), own),
    ]);
    expect(responses.map(({ status }) => status)).toEqual([303, 303]);
    expect(await count('leads')).toBe(1);
    await send('/api/leads', form({ email: 'grace@company.com' }), own);
    expect(await count('leads')).toBe(2);
  });

  test('may hold answers that do not fit the others, and leave some out', async () => {
    const sent = form({ bubblePlan: 'team', cache: '' });
    expect((await send('/api/leads', sent, own)).status).toBe(303);
    const { cache: _, ...kept } = lead().answers;
    expect(JSON.parse(String((await stored())?.answers))).toEqual(kept);
  });

  test('gets a page that says what to change, and keeps nothing', async () => {
    const response = await send('/api/leads', form({ email: 'x@y', consent: '' }), own);
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    const page = await response.text();
    expect(page).toContain('<li>Enter an e-mail address like name@company.com.</li>');
    expect(page).toContain('<li>Tick the box to agree that we mail you the report.</li>');
    expect(page).toContain('Your answers are still there');
    expect(await count('leads')).toBe(0);
  });

  test('with a field twice or a field of its own is refused', async () => {
    const twice = form();
    twice.append('rows', '1k');
    expect((await send('/api/leads', twice, own)).status).toBe(422);
    expect((await send('/api/leads', form({ constructor: 'x' }), own)).status).toBe(422);
    expect(await count('leads')).toBe(0);
  });
});
