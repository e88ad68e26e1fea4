import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { consent } from '#src/lead/lead.ts';
import { site } from '#src/site.ts';
import { builtIn } from '#functions/calendar/built-in.ts';
import * as calendars from '#functions/calendar/calendar.ts';
import { sign } from '#functions/signature.ts';
import { addStop } from '#functions/store/stops.ts';
import {
  book,
  count,
  freeTimes,
  get,
  lead,
  mails,
  origin,
  post,
  request,
  send,
  settled,
} from './requests.ts';

const linkIn = (text: string, path: string) =>
  new RegExp(`${origin}(${path}[^\\s"<]+)`).exec(text)?.[1] ?? '';

const mailOf = async (kind: string, about = '') => {
  const found = (await mails()).find(({ id }) => id.startsWith(`${kind}:${about}`));
  if (!found) throw new Error(`no mail ${kind}`);
  return found;
};

/** A lead and a call of hers, and the links that she and the owner were mailed. */
async function known() {
  const sent = lead({ from: { page: '/scaling-issues/', source: 'newsletter' } });
  await post('/api/leads', sent);
  const [start] = (await freeTimes()) as [string];
  const made = await book(start, { email: 'Ada@Company.com', note: 'It is slow', lead: sent.id });
  const path = linkIn((await mailOf('report', sent.id)).text, '/your-data/');
  const owner = linkIn((await mailOf('lead-notice', sent.id)).text, '/your-data/owner/');
  return { sent, made, start, path, owner };
}

const textOf = async (path: string) => (await get(path)).text();

const tokenIn = (page: string) => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';

const erase = (token: string, over: Record<string, string> = { sure: 'yes' }) =>
  send('/your-data/erase', new URLSearchParams({ token, ...over }), {
    Origin: origin,
    'Sec-Fetch-Site': 'same-origin',
  });

const stored = async () =>
  JSON.stringify(
    await Promise.all(
      ['leads', 'bookings', 'outbox', 'mailbox', 'stops', 'tallies'].map(async (table) => [
        table,
        (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results,
      ]),
    ),
  );

describe('the page', () => {
  test('shows all that is kept under the address, and what she agreed to and when', async () => {
    const { path } = await known();
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    for (const shown of [
      'ada@company.com',
      'Ada',
      'newsletter',
      '/scaling-issues/',
      'It is slow',
      consent.version,
      consent.text,
      'Lovable',
      'Confirmation of the call',
      'First reminder',
      'Open the report',
      'Move or cancel the call',
      `${site.retention.leadDays} days`,
    ])
      expect(page, shown).toContain(shown);
    expect(page).not.toMatch(/lead-notice|<script/);
  });

  test('is reached from every mail to her, and the owner’s from every notice', async () => {
    const { start } = await known();
    for (const kind of ['report', 'call-booked']) {
      const mail = await mailOf(kind);
      const link = linkIn(mail.text, '/your-data/');
      expect(mail.html).toContain(link);
      expect(await textOf(link)).toContain('What we keep of you');
      expect(linkIn(mail.text, '/your-data/owner/')).toBe('');
    }
    for (const kind of ['lead-notice', 'call-booked-notice']) {
      const link = linkIn((await mailOf(kind)).text, '/your-data/owner/');
      expect(await textOf(link)).toMatch(/What we keep of ada@company\.com/i);
    }
    expect(start).not.toBe('');
  });

  test('keeps what a visitor typed as text', async () => {
    await post('/api/leads', lead({ name: '"><img src=x>' }));
    const page = await textOf(linkIn((await mailOf('report')).text, '/your-data/'));
    expect(page).toContain('&lt;img src=x&gt;');
    expect(page).not.toContain('<img');
  });

  test('says what became of each mail', async () => {
    const { path, sent } = await known();
    await env.DB.prepare(`UPDATE outbox SET delivery = 'delivered' WHERE id = ?1`)
      .bind(`report:${sent.id}`)
      .run();
    expect(await textOf(path)).toMatch(/Report<\/th>\s*<td>Arrived/);
    expect(await textOf(path)).toMatch(/Second reminder<\/th>\s*<td>Goes out on/);
  });

  test('opens with the right link only', async () => {
    const { path, owner } = await known();
    const token = path.split('/').at(-1) ?? '';
    const ownerToken = owner.split('/').at(-1) ?? '';
    for (const bad of [
      `/your-data/${token}x`,
      `/your-data/owner/${token}`,
      `/your-data/${ownerToken}`,
      '/your-data/x',
    ])
      expect((await get(bad)).status, bad).toBe(403);
    const config = { linkSecret: 'known-to-the-tests-and-to-nobody-else' };
    const old = await sign(
      config.linkSecret,
      'your-data',
      token.split('.')[0] ?? '',
      new Date(Date.now() - 1000),
    );
    const expired = await get(`/your-data/${old}`);
    expect(expired.status).toBe(410);
    expect(await expired.text()).toContain(site.contact.email);
  });
});

describe('deleting', () => {
  test('leaves nothing of her but a count, and frees the time of her call', async () => {
    const { path, start } = await known();
    const answer = await erase(tokenIn(await textOf(path)));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Your call is off');
    await settled();
    await env.DB.prepare(`DELETE FROM mailbox WHERE id LIKE 'erased-notice:%'`).run();
    expect((await stored()).toLowerCase()).not.toMatch(/company\.com|ada"|it is slow/);
    expect({ leads: await count('leads'), bookings: await count('bookings') }).toEqual({
      leads: 0,
      bookings: 0,
    });
    const { results } = await env.DB.prepare('SELECT what, count FROM tallies ORDER BY what').all();
    expect(results).toEqual([
      { what: 'call', count: 1 },
      { what: 'lead', count: 1 },
    ]);
    expect(await freeTimes()).toContain(start);
    expect((await get(path)).status).toBe(410);
  });

  test('tells the owner which call is off and what to delete by hand', async () => {
    const { path } = await known();
    await erase(tokenIn(await textOf(path)));
    const notice = await mailOf('erased-notice');
    expect(notice.to).toBe(site.contact.owner);
    expect(notice.text.toLowerCase()).toContain('ada@company.com');
    expect(notice.text).toContain('Call off');
    const row = await env.DB.prepare(
      `SELECT about FROM outbox WHERE kind = 'erased-notice'`,
    ).first();
    expect(row).toEqual({ about: null });
  });

  test('goes ahead when the calendar does not answer, and the owner is told to cancel by hand', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { path } = await known();
    const calendar = { ...builtIn(env.DB), cancel: () => Promise.reject(new Error('line cut')) };
    vi.spyOn(calendars, 'calendarOf').mockReturnValue(calendar);
    expect((await erase(tokenIn(await textOf(path)))).status).toBe(200);
    expect(await count('bookings')).toBe(0);
    expect((await mailOf('erased-notice')).text).toContain('Cancel by hand');
  });

  test('leaves others alone, and what is counted is added up', async () => {
    await post('/api/leads', lead({ email: 'grace@company.com' }));
    const { path } = await known();
    await erase(tokenIn(await textOf(path)));
    expect(await count('leads')).toBe(1);
    const next = lead();
    await post('/api/leads', next);
    const again = linkIn((await mailOf('report', next.id)).text, '/your-data/');
    await erase(tokenIn(await textOf(again)));
    const n = await env.DB.prepare(`SELECT count FROM tallies WHERE what = 'lead'`).first('count');
    expect(n).toBe(2);
  });

  test('keeps that an address asked us to stop, without the address', async () => {
    const { path } = await known();
    await (await addStop(env.DB, 'ada@company.com', 'unsubscribed', new Date())).run();
    await erase(tokenIn(await textOf(path)));
    expect(await count('stops')).toBe(1);
  });

  test('asks for the box to be ticked, and deletes nothing before', async () => {
    const { path } = await known();
    const answer = await erase(tokenIn(await textOf(path)), {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Tick the box');
    expect(await count('leads')).toBe(1);
  });

  test('needs the page’s own token: the link of the mail, a scanner or another page cannot', async () => {
    const { path } = await known();
    for (const token of [path.split('/').at(-1) ?? '', '', 'x.y.z']) {
      expect((await erase(token)).status).toBe(403);
    }
    expect((await get('/your-data/erase')).status).toBe(403);
    const token = tokenIn(await textOf(path));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_700_000 });
    expect((await erase(token)).status).toBe(410);
    expect(
      (
        await request('/your-data/erase', {
          method: 'POST',
          body: 'x',
          headers: { 'Content-Type': 'multipart/form-data' },
        })
      ).status,
    ).toBe(403);
    expect(await count('leads')).toBe(1);
  });

  test('a second time says that nothing is kept', async () => {
    const { path } = await known();
    const token = tokenIn(await textOf(path));
    await erase(token);
    expect((await erase(token)).status).toBe(410);
  });
});

test('a page that fails says so as a page, with the id that the log has', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const { path } = await known();
  const broken = {
    prepare: () => {
      throw new Error('broken for ada@company.com');
    },
  };
  const response = await request(path, {}, { DB: broken });
  expect(response.status).toBe(500);
  const page = await response.text();
  const id = response.headers.get('x-request-id') ?? '';
  expect(page).toContain(id);
  expect(log.mock.calls.join()).toContain(id);
  // Neither who she is nor the link that opens her data is in the log.
  expect(log.mock.calls.join()).not.toMatch(/company\.com/);
  expect(log.mock.calls.join()).not.toContain(path.split('/').at(-1));
});
