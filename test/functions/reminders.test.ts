import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import type { Answers } from '#src/quiz/answers.ts';
import { site } from '#src/site.ts';
import { makeReport } from '#src/report/make.ts';
import { repairWords } from '#src/report/repair-words.ts';
import { addStop } from '#functions/store/stops.ts';
import { fakeResend } from './fake-resend.ts';
import {
  answers,
  book,
  followUp,
  freeTimes,
  get,
  lead,
  outbox,
  post,
  request,
  settled,
} from './requests.ts';

const DAY = 86_400_000;
const { first, second } = site.followUp.reminderDays;

/** Moves the clock, and lets the alarm ring. */
async function inDays(days: number, from: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: from + days * DAY });
  await followUp().kick();
  await runDurableObjectAlarm(followUp());
  await settled();
}

async function reported(over = {}) {
  const resend = await fakeResend();
  const sent = lead(over);
  const from = Date.now();
  await post('/api/leads', sent);
  await settled();
  const key = (which: 'first' | 'second') => `${which}-reminder:${sent.id}`;
  return { resend, sent, from, key };
}

const stateOf = async (id: string) => (await outbox()).find((row) => row.id === id)?.state;

test('each reminder goes out on its day and not before, and then there are no more', async () => {
  const { resend, from, key } = await reported();
  expect(first).toBeLessThan(second);
  await inDays(first - 0.1, from);
  expect(resend.delivered.has(key('first'))).toBe(false);
  await inDays(first + 0.1, from);
  expect(resend.delivered.has(key('first'))).toBe(true);
  await inDays(second - 0.1, from);
  expect(resend.delivered.has(key('second'))).toBe(false);
  await inDays(second + 0.1, from);
  expect(resend.delivered.has(key('second'))).toBe(true);
  const sent = resend.delivered.size;
  await inDays(200, from);
  expect(resend.delivered.size).toBe(sent);
});

test('they speak of her first defect, and lead to the repair, the report and a call', async () => {
  const { resend, from, key } = await reported();
  await inDays(second + 1, from);
  const words = repairWords(makeReport(answers).plan[0]?.repair ?? 'add-indexes', answers);
  const mails = (['first', 'second'] as const).map((which) =>
    JSON.parse(resend.delivered.get(key(which)) ?? '{}'),
  );
  for (const mail of mails) {
    expect(mail.to).toBe('ada@company.com');
    expect(mail.subject).not.toMatch(/[\r\n]/);
    // Headings of the plain text are in capitals.
    for (const shown of [mail.text.toLowerCase(), mail.html.toLowerCase()]) {
      expect(shown).toContain(words.defect.toLowerCase());
      expect(shown).toContain(words.title.toLowerCase());
      expect(shown).toContain('https://loadworthy.test/book/');
      expect(shown).toContain('agreed to up to two reminders');
    }
  }
  expect(mails[0].text).toContain(`/scaling-issues/#${words.anchor}`);
  expect(mails[0].text).toContain(words.steps[0]);
  expect(mails[1].text).toContain('/report/#');
});

describe('reminders stop', () => {
  const later = async (from: number) => inDays(second + 1, from);

  test('when she books a call, with the lead or with the address alone', async () => {
    const { resend, sent, from, key } = await reported();
    const [start] = (await freeTimes()) as [string];
    await book(start, { lead: sent.id, email: 'other@company.com' });
    await later(from);
    expect(await stateOf(key('first'))).toBe('dropped');
    expect(resend.delivered.has(key('second'))).toBe(false);
  });

  test('when she booked under the same address, although the call was cancelled since', async () => {
    const { from, key } = await reported();
    const [start] = (await freeTimes()) as [string];
    const { token } = await book(start, { email: 'ADA@company.com' });
    await post('/api/bookings/cancel', { token });
    await later(from);
    expect(await stateOf(key('first'))).toBe('dropped');
  });

  test('between the two, when she books after the first', async () => {
    const { resend, from, key } = await reported();
    await inDays(first + 1, from);
    const [start] = (await freeTimes()) as [string];
    await book(start);
    await later(from);
    expect(resend.delivered.has(key('first'))).toBe(true);
    expect(await stateOf(key('second'))).toBe('dropped');
  });

  test('when one is already being tried', async () => {
    const { resend, sent, from, key } = await reported();
    resend.brokenFor = 'reminder';
    await inDays(first + 0.01, from);
    expect(await stateOf(key('first'))).toBe('waiting');
    resend.brokenFor = undefined;
    const [start] = (await freeTimes()) as [string];
    await book(start, { lead: sent.id });
    await inDays(first + 0.5, from);
    expect(await stateOf(key('first'))).toBe('dropped');
  });

  test.each(['unsubscribed', 'bounced', 'complained'] as const)(
    'when the address is %s',
    async (reason) => {
      const { resend, from, key } = await reported();
      await (await addStop(env.DB, 'Ada@company.com', reason, new Date())).run();
      const before = resend.delivered.size;
      await later(from);
      expect(await stateOf(key('first'))).toBe('dropped');
      expect(resend.delivered.size).toBe(before);
    },
  );

  test('when a newer report has reminders of its own', async () => {
    const { resend, from, key } = await reported();
    vi.useFakeTimers({ toFake: ['Date'], now: from + DAY });
    const newer = lead();
    await post('/api/leads', newer);
    await inDays(second + 2, from);
    expect(await stateOf(key('first'))).toBe('dropped');
    expect(resend.delivered.has(`second-reminder:${newer.id}`)).toBe(true);
  });

  test('for an old call she is still reminded of a new report', async () => {
    const resend = await fakeResend();
    const [start] = (await freeTimes()) as [string];
    await book(start);
    await settled();
    const from = Date.now() + 60 * DAY;
    vi.useFakeTimers({ toFake: ['Date'], now: from });
    const sent = lead();
    await post('/api/leads', sent);
    await inDays(first + 1, from);
    expect(resend.delivered.has(`first-reminder:${sent.id}`)).toBe(true);
  });
});

describe('the link that stops them', () => {
  async function link() {
    const made = await reported();
    const mail = JSON.parse(made.resend.delivered.get(`report:${made.sent.id}`) ?? '{}');
    const url =
      /^<(https:\/\/loadworthy\.test\/unsubscribe\/[^>]+)>$/.exec(
        mail.headers['List-Unsubscribe'],
      )?.[1] ?? '';
    return { ...made, mail, path: new URL(url).pathname };
  }

  test('stands in the headers of reports and reminders, as one click wants it, and in the text', async () => {
    const { mail, path, resend, from, key } = await link();
    expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(mail.text).toContain(path);
    expect(mail.html).toContain(path);
    await inDays(first + 1, from);
    expect(
      JSON.parse(resend.delivered.get(key('first')) ?? '{}').headers['List-Unsubscribe'],
    ).toContain(path);
  });

  test('asks when it is opened, and changes nothing: mail scanners open every link', async () => {
    const { resend, path, from, key } = await link();
    for (let i = 0; i < 3; i++) {
      const page = await get(path);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
      expect(await page.text()).toMatch(/<form method="post"><button>Send no reminders/);
    }
    expect((await request(path, { method: 'HEAD' })).status).toBe(200);
    await inDays(first + 1, from);
    expect(resend.delivered.has(key('first'))).toBe(true);
  });

  test.each<[string, RequestInit]>([
    [
      'a mail program’s one click',
      {
        body: 'List-Unsubscribe=One-Click',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      },
    ],
    [
      'a mail program in a browser',
      { headers: { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' } },
    ],
    ['the button of the page', { headers: { Origin: 'https://loadworthy.test' } }],
  ])('stops them when it is posted by %s, as often as it comes', async (_, init) => {
    const { resend, path, from, key } = await link();
    for (let i = 0; i < 2; i++) {
      const answer = await request(path, { method: 'POST', ...init });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('You get no more reminders');
    }
    await inDays(second + 1, from);
    expect(resend.delivered.has(key('first'))).toBe(false);
    // What she asks for herself still comes.
    const again = lead();
    await post('/api/leads', again);
    await settled();
    expect(resend.delivered.has(`report:${again.id}`)).toBe(true);
  });

  test('does nothing when it was altered, made for another purpose, or has expired', async () => {
    const { resend, path, from, key, mail } = await link();
    const other = /your-data\/([^\s"]+)/.exec(mail.text)?.[1] ?? '';
    expect(other).not.toBe('');
    for (const bad of [`${path}x`, path.replace('lead_', 'call_'), `/unsubscribe/${other}`]) {
      expect((await request(bad, { method: 'POST' })).status, bad).toBe(403);
      expect((await get(bad)).status, bad).toBe(403);
    }
    expect((await get(`/your-data/${path.split('/')[2]}`)).status).toBe(403);
    await inDays(first + 1, from);
    expect(resend.delivered.has(key('first'))).toBe(true);
    vi.setSystemTime(from + (site.retention.leadDays + 1) * DAY);
    expect((await request(path, { method: 'POST' })).status).toBe(410);
  });
});

test('an app without a defect gets no reminder', async () => {
  await fakeResend();
  const sound: Answers = {
    builder: 'lovable',
    rows: '1k',
    supabasePlan: 'large',
    users: 'none',
    target: '25',
    list: 'page',
    rules: 'once',
    requests: 'few',
    cache: 'shared',
    delivery: 'cdn',
    slow: 'no',
    live: 'no',
  };
  expect(makeReport(sound).defects).toEqual([]);
  expect((await post('/api/leads', lead({ answers: sound }))).status).toBe(201);
  await settled();
  expect((await outbox()).map(({ kind }) => kind).sort()).toEqual(['lead-notice', 'report']);
});
