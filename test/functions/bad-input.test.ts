import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sign } from '#functions/signature.ts';
import { book, booking, count, freeTimes, lead, mails, post, send } from './requests.ts';

// The same values in every run, as in test/seed.ts, which this runtime cannot read.
fc.configureGlobal({ seed: 20261123 });

const json = { 'Content-Type': 'application/json' };
const { LINK_SECRET = '' } = env as unknown as Record<string, string>;

/** Every address that takes a body, with a body that it would take. */
const doors = {
  '/api/leads': () => lead(),
  '/api/bookings': () => booking('2099-01-05T09:00:00.000Z'),
  '/api/bookings/show': () => ({ token: 'a.b.c' }),
  '/api/bookings/cancel': () => ({ token: 'a.b.c' }),
  '/api/bookings/move': () => ({ token: 'a.b.c', start: '2099-01-05T09:00:00.000Z' }),
} as const;
const paths = Object.keys(doors) as (keyof typeof doors)[];

const stored = async () => [
  await count('leads'),
  await count('bookings'),
  await count('outbox'),
  await count('counts'),
];
const nothing = [0, 0, 0, 0];

/** A refusal: 4xx, one sentence that begins and ends as one, and no word of the machine. */
async function expectRefusal(response: Response) {
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  const { error } = await response.json<{ error: { message: string } }>();
  expect(error.message).toMatch(/^[A-Z].* .*[.]$/s);
  expect(error.message).not.toMatch(/invalid|required|undefined|null|exception/i);
}

const injections = [
  `'; DROP TABLE leads; --`,
  `" OR "1"="1`,
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '{{constructor.constructor("return 1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what an attacker writes
  '${7*7}',
  '$(reboot)',
  '../../../etc/passwd',
  '%00',
  '=HYPERLINK("x")',
];
const refusedNames = [
  'Ada\r\nBcc: everybody@company.com',
  'Ada\nSubject: Win',
  'Ada\u0000',
  'Ada\u202egnirts',
  'Ada\u200b',
  'Ada\ud800',
  'Ada\udc00Ada',
  'See https://prize.example',
  'www.prize.example',
  'prize.example/now',
  'x'.repeat(81),
  'x'.repeat(1_000_000),
];

describe('the corpus', () => {
  test.each(refusedNames.map((name) => [JSON.stringify(name).slice(0, 40), name]))(
    'the name %s is refused, and nothing is stored',
    async (_, name) => {
      const [start] = (await freeTimes()) as [string];
      await expectRefusal(await post('/api/leads', lead({ name })));
      await expectRefusal(await post('/api/bookings', booking(start, { name })));
      expect(await stored()).toEqual(nothing);
    },
  );

  test.each(injections)('%s as a name is text, in the mails too', async (name) => {
    const [start] = (await freeTimes()) as [string];
    const response = await post('/api/bookings', booking(start, { name, note: name }));
    if (response.status !== 201) return expectRefusal(response);
    for (const { html, subject } of await mails()) {
      expect(html).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>/);
      expect(subject).not.toMatch(/[\r\n]/);
    }
    expect(await count('bookings')).toBe(1);
    return undefined;
  });

  test.each([
    'a@b.com\r\nBcc: c@d.com',
    'a@b.com,c@d.com',
    'a@b.com c@d.com',
    '"a b"@c.com',
    '<a@b.com>',
    'a@b.com\u202e',
    'a@\ud800.com',
    `${'a'.repeat(250)}@b.com`,
    'a@b',
    '@b.com',
  ])('the address %j is refused', async (email) => {
    await expectRefusal(await post('/api/leads', lead({ email })));
    expect(await stored()).toEqual(nothing);
  });

  test.each<[string, (whole: string) => string]>([
    ['a key twice', (whole) => whole.replace('{', '{"email":"b@company.com",')],
    [
      'a key twice, once spelt another way',
      (whole) => whole.replace('{', '{"\\u0065mail":"b@c.de",'),
    ],
    ['a key twice within the answers', (whole) => whole.replace('"rows":', '"rows":"1k","rows":')],
    ['__proto__', (whole) => whole.replace('{', '{"__proto__":{"consent":"x"},')],
    ['constructor', (whole) => whole.replace('{', '{"constructor":{"prototype":{}},')],
    [
      'a prototype key within the answers',
      (whole) => whole.replace('"rows":', '"__proto__":{},"rows":'),
    ],
    ['a trailing comma', (whole) => whole.replace(/}$/, ',}')],
    ['a comment', (whole) => `${whole}// hello`],
    ['two bodies', (whole) => whole + whole],
    ['NaN', (whole) => whole.replace(/"rows":"\w+"/, '"rows":NaN')],
    [
      'a number of a thousand digits',
      (whole) => whole.replace(/"rows":"\w+"/, `"rows":${'9'.repeat(1000)}`),
    ],
    ['a mark of byte order', (whole) => `\ufeff\ufeff${whole}`],
  ])('%s is refused', async (_, spoil) => {
    const whole = JSON.stringify(lead());
    const body = spoil(whole);
    expect(body).not.toBe(whole);
    await expectRefusal(await send('/api/leads', body, json));
    expect(await stored()).toEqual(nothing);
  });

  for (const path of paths) {
    test(`${path} refuses a megabyte, deep nesting, wrong types and broken bytes`, async () => {
      const whole = JSON.stringify(doors[path]());
      const bodies: [string, Record<string, string>][] = [
        [`{"email":"${'x'.repeat(1_000_000)}"}`, json],
        [' '.repeat(1_000_000), json],
        ['['.repeat(30_000) + ']'.repeat(30_000), json],
        [`${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`, json],
        ['{"a":'.repeat(9000), json],
        [whole, { 'Content-Type': 'text/plain' }],
        [whole, { 'Content-Type': 'application/jsonx' }],
        [whole, { 'Content-Type': 'multipart/form-data' }],
        [whole, { 'Content-Type': 'application/xml' }],
        ['\ud800', json],
        ['true', json],
      ];
      for (const [body, headers] of bodies) await expectRefusal(await send(path, body, headers));
      expect(await stored()).toEqual(nothing);
    });
  }

  test('a form with unknown, double and prototype fields is refused with a page', async () => {
    const { id: _id, answers, from: _from, ...rest } = lead();
    const fields = { ...answers, ...rest } as Record<string, string>;
    for (const more of [
      ['__proto__', 'x'],
      ['constructor', 'x'],
      ['email', 'b@company.com'],
      ['homepage', 'https://spam.example'],
      ['name', 'www.prize.example'],
    ]) {
      const form = new URLSearchParams([...Object.entries(fields), more]);
      const response = await send('/api/leads', form);
      expect(response.status, more.join()).toBe(422);
      const page = await response.text();
      expect(page).toMatch(/<li>[A-Z][^<]*\.<\/li>/);
      if (more[0] === 'homepage') expect(page).toContain('Leave the field “homepage” empty');
    }
    expect(await stored()).toEqual(nothing);
  });

  test('a link made for something else, for another call or for yesterday opens nothing', async () => {
    const [start, other] = (await freeTimes()) as [string, string];
    const made = await book(start);
    const soon = new Date(Date.now() + 60_000);
    const swapped = [
      await sign(LINK_SECRET, 'book-for-lead', made.booking.id, soon),
      await sign(LINK_SECRET, 'manage-booking', made.booking.id, new Date(0)),
      made.token.replace(made.booking.id, crypto.randomUUID()),
      made.token.replace(/\.[^.]+\./, '.zzzzzzzz.'),
      made.token.split('.').reverse().join('.'),
      `${made.token}.`,
      ` ${made.token}`,
    ];
    for (const token of swapped) {
      await expectRefusal(await post('/api/bookings/cancel', { token }));
      await expectRefusal(await post('/api/bookings/move', { token, start: other }));
    }
    expect(await freeTimes()).not.toContain(start);
  });
});

describe('whatever is sent', () => {
  const often = { numRuns: 60 };

  for (const path of paths) {
    test(`${path} refuses any JSON that is not its own with a sentence`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.json({ maxDepth: 4 }), async (body) => {
          await expectRefusal(await send(path, body, json));
        }),
        often,
      );
      expect(await stored()).toEqual(nothing);
    });

    test(`${path} refuses its own body with any one field replaced`, async () => {
      const whole = doors[path]();
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...Object.keys(whole)),
          fc.jsonValue({ maxDepth: 2 }).filter((value) => typeof value !== 'string'),
          async (field, value) => {
            await expectRefusal(await post(path, { ...whole, [field]: value }));
          },
        ),
        often,
      );
      expect(await stored()).toEqual(nothing);
    });
  }

  test('any bytes of any type are refused', async () => {
    const types = ['application/json', 'text/html', 'application/x-www-form-urlencoded', '', '*/*'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.constantFrom(...types),
        fc.uint8Array({ maxLength: 300 }),
        async (path, type, bytes) => {
          const response = await send(path, new TextDecoder('latin1').decode(bytes), {
            'Content-Type': type,
          });
          expect(response.status).toBeGreaterThanOrEqual(400);
          expect(response.status).toBeLessThan(500);
        },
      ),
      often,
    );
    expect(await stored()).toEqual(nothing);
  });

  test('any text as a name is refused or kept as text', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    const markup = fc
      .array(fc.constantFrom('<', '>', '"', "'", '&', 'b', '/', ' ', '\n', 'é', '.'), {
        minLength: 1,
        maxLength: 30,
      })
      .map((parts) => parts.join(''));
    const kept = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, markup), async (name) => {
        const sent = lead({ name });
        const response = await post('/api/leads', sent);
        if (response.status === 201) kept.set(sent.id, name.trim());
        else await expectRefusal(response);
      }),
      often,
    );
    expect(await count('leads')).toBe(kept.size);
    expect(kept.size).toBeGreaterThan(5);
    for (const { id, html } of await mails()) {
      const name = kept.get(id.split(':')[1] ?? '') ?? '';
      if (/<\/?[a-z]/i.test(name)) expect(html).not.toContain(name);
    }
  });
});
