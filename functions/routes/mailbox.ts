/** /dev/mailbox: the mails that the local mode "sent". Exists in local mode only. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type App, notHere, refuse } from '#functions/answer.ts';
import { receivedMail, receivedMails } from '#functions/store/mailbox.ts';
import type { Mail } from '#functions/mail/mailer.ts';
import { page } from '#functions/page.ts';

/** The newest mails that the list shows. */
const SHOWN = 200;

/** “2026-11-23 17:42:40” */
const clock = (time: string) => time.slice(0, 19).replace('T', ' ');

const at = (id: string) => `/dev/mailbox/${encodeURIComponent(id)}`;

async function find(
  c: Context<App>,
): Promise<{ readonly mail: Mail; readonly receivedAt: string } | undefined> {
  const row = await receivedMail(c.env.DB, c.req.param('id') ?? '');
  return row && { mail: JSON.parse(row.mail), receivedAt: row.receivedAt };
}

export const mailbox = new Hono<App>()
  .get('/', async (c) => {
    const mails = (await receivedMails(c.env.DB, SHOWN)).map((row) => ({
      ...row,
      mail: JSON.parse(row.mail) as Mail,
    }));
    const rows = mails.map(
      ({ id, mail, receivedAt }) =>
        html`<tr>
          <td><a href="${at(id)}">${mail.subject}</a></td>
          <td>${mail.to}</td>
          <td><time datetime="${receivedAt}">${clock(receivedAt)}</time></td>
        </tr>`,
    );
    return page(
      c,
      'Mailbox',
      rows.length > 0
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">Subject</th>
                <th scope="col">To</th>
                <th scope="col">Received</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>`
        : html`<p>
            No mail yet. Send yourself a report from <a href="/quiz/">the quiz</a>, then reload this
            page.
          </p>`,
    );
  })
  .get('/:id', async (c) => {
    const found = await find(c);
    if (!found) return refuse(c, notHere);
    const { mail, receivedAt } = found;
    const id = c.req.param('id');
    const headers = {
      From: mail.from,
      To: mail.to,
      'Reply-To': mail.replyTo,
      Subject: mail.subject,
      Received: receivedAt,
      ...mail.headers,
      Key: id,
    };
    return page(
      c,
      mail.subject,
      html`<p><a href="/dev/mailbox">All mails</a></p>
        <table>
          <tbody>
            ${Object.entries(headers).map(
              ([name, value]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td>${value}</td>
                </tr>`,
            )}
            ${(mail.attachments ?? []).map(
              ({ filename }, i) =>
                html`<tr>
                  <th scope="row">Attachment</th>
                  <td><a href="${at(id)}/files/${i}" download="${filename}">${filename}</a></td>
                </tr>`,
            )}
          </tbody>
        </table>
        <h2>As HTML</h2>
        <iframe
          title="The mail as HTML"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          src="${at(id)}/html"
        ></iframe>
        <h2>As text</h2>
        <pre>${mail.text}</pre>`,
    );
  })
  .get('/:id/html', async (c) => {
    const found = await find(c);
    if (!found) return refuse(c, notHere);
    // What a mail program would run: inline styles and links, nothing else.
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    );
    return c.html(found.mail.html);
  })
  .get('/:id/files/:file', async (c) => {
    const file = (await find(c))?.mail.attachments?.[Number(c.req.param('file'))];
    if (!file) return refuse(c, notHere);
    return c.body(Uint8Array.fromBase64(file.content), 200, {
      'Content-Type': file.contentType,
      'Content-Disposition': `attachment; filename="${file.filename}"`,
    });
  });
