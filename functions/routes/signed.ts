import type { Context } from 'hono';
import { html } from 'hono/html';
import type { App } from '#functions/answer.ts';
import { page } from '#functions/page.ts';
import { check, type Purpose } from '#functions/signature.ts';
import { addressOf } from '#functions/store/held.ts';
import { site } from '#src/site.ts';

/** Whom a signed link stands for, or the page that says why it opens nothing. */
export type Opened =
  | { readonly ok: true; readonly subject: string; readonly email: string }
  | { readonly ok: false; readonly page: Response | Promise<Response> };

const write = html`Write to <a href="mailto:${site.contact.email}">${site.contact.email}</a> from
  the address that you gave us, and we do it for you.`;

/** Opens the token of a signed link. The pages work without JavaScript, as do the mails that lead here. */
export async function open(c: Context<App>, purpose: Purpose, token: string): Promise<Opened> {
  const checked = await check(c.get('config').linkSecret, purpose, token, new Date());
  if (!checked.ok && checked.why === 'altered') {
    const body = html`<p>Copy the whole link from the mail, then open it again. ${write}</p>`;
    return { ok: false, page: page(c, 'This link is not complete', body, 403) };
  }
  if (!checked.ok) {
    return { ok: false, page: page(c, 'This link has expired', html`<p>${write}</p>`, 410) };
  }
  const email = await addressOf(c.env.DB, checked.subject);
  if (email === undefined) {
    const body = html`<p>
      What this link spoke of was deleted. Something newer that you sent us has a link of its own,
      in the mail about it.
    </p>`;
    return { ok: false, page: page(c, 'Nothing is kept here any more', body, 410) };
  }
  return { ok: true, subject: checked.subject, email };
}
