/**
 * /unsubscribe/<signed token>, the link in reports and reminders.
 *
 * GET: a page that asks; it changes nothing, since mail scanners open every link. POST: stops the
 * reminders to that address, now and for reports that are asked for later; 200 each time. Mail programs
 * post it themselves (RFC 8058, one click), so neither body nor sender matters: the token does.
 */
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { App } from '#functions/answer.ts';
import { log } from '#functions/log.ts';
import { allowForm, page } from '#functions/page.ts';
import { addStop } from '#functions/store/stops.ts';
import { site } from '#src/site.ts';
import { open } from './signed.ts';

export const unsubscribe = new Hono<App>()
  .get('/:token', async (c) => {
    const opened = await open(c, 'unsubscribe', c.req.param('token'));
    if (!opened.ok) return opened.page;
    allowForm(c);
    return page(
      c,
      'Send no reminders?',
      html`<p>
          We then send no more reminders to ${opened.email}. A report that you ask for and mails
          about a call that you book still come.
        </p>
        <form method="post"><button>Send no reminders</button></form>`,
    );
  })
  .post('/:token', async (c) => {
    const opened = await open(c, 'unsubscribe', c.req.param('token'));
    if (!opened.ok) return opened.page;
    await (await addStop(c.env.DB, opened.email, 'unsubscribed', new Date())).run();
    log('info', 'unsubscribed');
    return page(
      c,
      'You get no more reminders',
      html`<p>Nothing more to do. Your report stays where its link leads.</p>
        <p><a href="/">${site.name}</a></p>`,
    );
  });
