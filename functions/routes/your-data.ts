/**
 * What we keep of a visitor, and its deletion, behind the signed link in every mail to her.
 *
 * GET /your-data/<token>: everything under her address, as a page. GET /your-data/owner/<token>: the same
 * for the owner, from the notices. POST /your-data/erase: form with `token` (made by these pages, good for
 * an hour) and `sure`; deletes it all. A link that was altered answers 403, one that expired or whose
 * data is gone 410.
 */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { App } from '#functions/answer.ts';
import { erase } from '#functions/erase.ts';
import { kick } from '#functions/follow-up.ts';
import { allowForm, page } from '#functions/page.ts';
import { sign } from '#functions/signature.ts';
import { heldUnder } from '#functions/store/held.ts';
import { site } from '#src/site.ts';
import { heldView } from './held-view.ts';
import { open } from './signed.ts';

/** How long the page with the button may stay open. */
const HOUR_MS = 3_600_000;

async function show(c: Context<App>, purpose: 'your-data' | 'owner-data', unsure = false) {
  const opened = await open(c, purpose, c.req.param('token') ?? '');
  if (!opened.ok) return opened.page;
  return shown(c, opened.subject, opened.email, purpose === 'owner-data', unsure);
}

async function shown(
  c: Context<App>,
  subject: string,
  email: string,
  owner: boolean,
  unsure: boolean,
) {
  const now = new Date();
  const config = c.get('config');
  const until = new Date(now.getTime() + HOUR_MS);
  const token = await sign(config.linkSecret, 'erase-data', subject, until);
  allowForm(c);
  const title = owner ? `What we keep of ${email}` : 'What we keep of you';
  const view = await heldView(await heldUnder(c.env.DB, email), config, {
    owner,
    token,
    unsure,
    now,
  });
  return page(c, title, view, unsure ? 422 : 200);
}

export const yourData = new Hono<App>()
  .get('/owner/:token', (c) => show(c, 'owner-data'))
  .get('/:token', (c) => show(c, 'your-data'))
  .post('/erase', async (c) => {
    const form = await c.req.formData().catch(() => new FormData());
    const opened = await open(c, 'erase-data', String(form.get('token') ?? ''));
    if (!opened.ok) return opened.page;
    if (form.get('sure') !== 'yes') {
      return shown(c, opened.subject, opened.email, form.get('owner') === 'yes', true);
    }
    const { calls } = await erase(c.env, opened.email, new Date());
    c.executionCtx.waitUntil(kick(c.env));
    const off = calls.length > 0;
    return page(
      c,
      'It is deleted',
      html`<p>
          Nothing is kept under this address any more.
          ${off ? 'Your call is off; take it out of your own calendar.' : ''} The mails that reached
          you are yours to delete. The owner of ${site.name} has been asked to delete the notices
          about you.
        </p>
        <p><a href="/">${site.name}</a></p>`,
    );
  });
