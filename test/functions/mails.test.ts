import { describe, expect, test } from 'vitest';
import type { Answers } from '#src/quiz/answers.ts';
import { beyondWords } from '#src/report/beyond-words.ts';
import { fromFragment } from '#src/report/link.ts';
import { makeReport } from '#src/report/make.ts';
import { repairWords } from '#src/report/repair-words.ts';
import { gradeWords, inUsers, riskSentence, sentence } from '#src/report/words.ts';
import { site } from '#src/site.ts';
import { cells } from '#functions/mail/ruler.ts';
import { answers, book, freeTimes, get, lead, mails, origin, post } from './requests.ts';

const mailOf = async (kind: string) => {
  const found = (await mails()).find(({ id }) => id.split(':')[0] === kind);
  if (!found) throw new Error(`no mail ${kind}`);
  return found;
};

/** What a mail program shows: without styles, marks and what only machines read. */
const visible = (html: string) =>
  html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

const links = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1]?.replaceAll('&amp;', '&'));

describe('the report', () => {
  test('says in HTML and in text what the page said', async () => {
    await post('/api/leads', lead());
    const mail = await mailOf('report');
    const report = makeReport(answers);
    expect(mail.subject).toBe(sentence(report).slice(0, -1));
    expect(mail.replyTo).toBe(site.contact.email);
    for (const shown of [visible(mail.html), mail.text]) {
      expect(shown).toContain(sentence(report));
      expect(shown).toContain(riskSentence(report));
      expect(shown).toContain(`${inUsers(report.repaired.likely)} users at once`);
      expect(shown).toContain(`Planned: ${inUsers(report.target.users)}`);
      for (const { repair, grade } of report.defects) {
        expect(shown).toContain(gradeWords[grade].name);
        expect(shown).toContain(repairWords(repair, answers).defect);
      }
      const order = report.plan.map(({ repair }) =>
        shown.indexOf(repairWords(repair, answers).title),
      );
      expect(order.every((at) => at > 0)).toBe(true);
      expect([...order].sort((a, b) => a - b)).toEqual(order);
      for (const { before, after } of report.plan.filter((step) => step.after > step.before)) {
        expect(shown).toContain(`${inUsers(before)} → ${inUsers(after)}`);
      }
      expect(shown).toContain('You get this because');
      expect(shown).toContain(site.legal.address);
    }
  });

  test('tells what no repair mends, to her and to the owner', async () => {
    const stubborn: Answers = {
      builder: 'bubble',
      bubblePlan: 'team',
      target: '10000',
      list: 'page',
      requests: 'few',
      cache: 'shared',
      slow: 'no',
      live: 'no',
    };
    await post('/api/leads', lead({ answers: stubborn }));
    const [one] = makeReport(stubborn).beyond;
    if (!one) throw new Error('every defect can be repaired');
    expect(one.grade).toBe('dangerous');
    const { title, steps } = beyondWords(one, stubborn);
    const { html, text } = await mailOf('report');
    for (const shown of [visible(html), text]) {
      for (const said of [title, ...steps]) expect(shown).toContain(said);
    }
    expect(visible((await mailOf('lead-notice')).html)).toContain(title);
  });

  test('leads back to the report and on to a call', async () => {
    await post('/api/leads', lead());
    const { html, text } = await mailOf('report');
    expect(links(html)).toContain(`${origin}/book/`);
    const back = links(html).find((link) => link?.startsWith(`${origin}/report/#`)) ?? '';
    expect(text).toContain(back);
    expect(fromFragment(back.split('#')[1] ?? '')).toMatchObject({ ok: true, answers });
  });

  test('needs no image, no script and nothing from elsewhere, and is made for light and dark', async () => {
    await post('/api/leads', lead());
    const { html } = await mailOf('report');
    expect(html).not.toMatch(/<(img|script|iframe|link)\b|url\(|@import/);
    expect(
      links(html).every((link) => link?.startsWith(origin) || link?.startsWith('mailto:')),
    ).toBe(true);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });

  test('is the same to the byte for the same answers', async () => {
    const one = lead();
    await post('/api/leads', one);
    const first = await mailOf('report');
    await post('/api/leads', { ...one, id: crypto.randomUUID() });
    const all = (await mails()).filter(({ id }) => id.startsWith('report:'));
    // But for the signed links, which are each lead's own.
    const bytes = ({ html }: { html: string }) => html.replaceAll(/lead_[\w.-]+/g, '');
    expect(all.map(bytes)).toEqual([bytes(first), bytes(first)]);
  });
});

describe('the ruler in cells', () => {
  test.each([
    [{ low: 10, likely: 100, high: 1000 }, ['holds 20', 'band 20 marked', 'band 20', 'over 40']],
    [{ low: 1, likely: 1, high: 1 }, ['over 100']],
    [{ low: 1e5, likely: 1e5, high: 1e5 }, ['holds 100']],
    [{ low: 1, likely: 10, high: 1e5 }, ['band 20 marked', 'band 80']],
  ])('%o fills the whole width', (load, expected) => {
    const row = cells(load);
    expect(
      row.map(({ zone, width, marked }) => `${zone} ${width}${marked ? ' marked' : ''}`),
    ).toEqual(expected);
  });
});

test('the owner’s notice has what to know first, and its answer reaches the visitor', async () => {
  await post('/api/leads', lead({ from: { page: '/scaling-issues/' } }));
  const mail = await mailOf('lead-notice');
  const report = makeReport(answers);
  expect(mail.to).toBe(site.contact.owner);
  expect(mail.replyTo).toBe('ada@company.com');
  expect(mail.subject).toContain(inUsers(report.load.likely));
  for (const fact of [
    'ada@company.com',
    'Ada',
    `${report.risk} of 100`,
    'Lovable',
    '/scaling-issues/',
    'Berlin time',
  ]) {
    expect(mail.text).toContain(fact);
    expect(visible(mail.html)).toContain(fact);
  }
  expect(links(mail.html)).toContain('mailto:ada@company.com?subject=Your%20Loadworthy%20report');
});

test('what a visitor typed stays text in every mail, and never reaches a header', async () => {
  const name = '"><script>alert(1)</script> & Söhne';
  await post('/api/leads', lead({ name }));
  const [start] = (await freeTimes()) as [string];
  await book(start, { name, note: '<img src=x onerror=alert(1)>' });
  const all = await mails();
  expect(all).toHaveLength(4);
  for (const mail of all) {
    expect(mail.html).not.toMatch(/<script|<img/);
    expect(`${mail.from}${mail.to}${mail.replyTo}${mail.subject}`).not.toContain('script');
  }
  expect((await mailOf('call-booked-notice')).html).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

const calendarOf = (mail: { attachments?: readonly { content: string }[] }) =>
  new TextDecoder().decode(Uint8Array.fromBase64(mail.attachments?.[0]?.content ?? ''));

/** Properties of the calendar file by name, its folded lines joined. */
const properties = (file: string) =>
  Object.fromEntries(
    file
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .map((line) => [line.split(/[:;]/)[0], line.slice(line.indexOf(':') + 1)]),
  );

describe('the calendar file', () => {
  test('of a booking asks both for the time in UTC, with every line ended and none too long', async () => {
    const [start] = (await freeTimes()) as [string];
    const made = await book(start);
    const mail = await mailOf('call-booked');
    expect(mail.attachments?.[0]).toMatchObject({
      filename: 'call.ics',
      contentType: 'text/calendar; charset=utf-8; method=REQUEST',
    });
    const file = calendarOf(mail);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(
      Math.max(...file.split('\r\n').map((line) => new TextEncoder().encode(line).length)),
    ).toBeLessThanOrEqual(75);
    const compact = (time: string) => time.replace(/[-:]|\.\d+/g, '');
    expect(properties(file)).toMatchObject({
      METHOD: 'REQUEST',
      SEQUENCE: '0',
      STATUS: 'CONFIRMED',
      DTSTART: compact(start),
      DTEND: compact(made.booking.end),
      ORGANIZER: `mailto:${site.contact.email}`,
    });
    expect(file).toContain('ada@company.com');
    expect(properties(file).UID).not.toContain(made.booking.id);
  });

  test('of a change has the same UID and a higher sequence, and a cancellation says so', async () => {
    const [first, second] = (await freeTimes()) as [string, string];
    const made = await book(first);
    await mails();
    const moved = await post('/api/bookings/move', { token: made.token, start: second });
    await mails();
    const { token } = await moved.json<{ token: string }>();
    await post('/api/bookings/cancel', { token });
    const files = await Promise.all(
      ['call-booked', 'call-moved', 'call-cancelled'].map(async (kind) =>
        properties(calendarOf(await mailOf(kind))),
      ),
    );
    expect(new Set(files.map(({ UID }) => UID)).size).toBe(1);
    expect(files.map(({ SEQUENCE }) => SEQUENCE)).toEqual(['0', '1', '2']);
    expect(files.map(({ METHOD }) => METHOD)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(files.map(({ STATUS }) => STATUS)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  });
});

test('the link in a confirmation opens the call, and the time is told in her zone', async () => {
  const [start] = (await freeTimes()) as [string];
  const made = await book(start, { timeZone: 'Asia/Kolkata' });
  const mail = await mailOf('call-booked');
  expect(mail.text).toContain('Kolkata time, GMT+5:30');
  expect((await mailOf('call-booked-notice')).text).toContain('Berlin time');
  const link = links(mail.html).find((href) => href?.startsWith(`${origin}/call/#`)) ?? '';
  const shown = await post('/api/bookings/show', { token: link.split('#')[1] });
  expect(await shown.json()).toMatchObject({ booking: made.booking });
});

describe('the local mailbox', () => {
  test('lists every mail and shows it in a frame that runs nothing', async () => {
    const sent = lead();
    await post('/api/leads', sent);
    const { subject } = await mailOf('report');
    const list = await (await get('/dev/mailbox')).text();
    expect(list).toContain(subject);
    const at = `/dev/mailbox/${encodeURIComponent(`report:${sent.id}`)}`;
    expect(list).toContain(`href="${at}"`);
    const page = await (await get(at)).text();
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const frame = await get(`${at}/html`);
    expect(frame.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox /);
    expect(await frame.text()).toContain('Rated load');
  });

  test('hands out the calendar file, and knows no mail that is not there', async () => {
    const [start] = (await freeTimes()) as [string];
    const made = await book(start);
    await mails();
    const at = `/dev/mailbox/${encodeURIComponent(`call-booked:${made.booking.id}:0`)}`;
    const file = await get(`${at}/files/0`);
    expect(file.headers.get('content-type')).toMatch(/^text\/calendar/);
    expect(await file.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
    for (const path of [
      `${at}/files/1`,
      `${at}/files/x`,
      '/dev/mailbox/none',
      '/dev/mailbox/none/html',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
  });
});
