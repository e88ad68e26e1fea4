/**
 * GET /book/: the built page. Where a calendar link is set, the page learns it from a `<meta>`, and its
 * content-security policy, and that of no other page, lets Cal.com's script and frame in. Their script
 * writes styles into the page, so that inline styles are allowed here; inline scripts are not.
 */
import { Hono } from 'hono';
import type { App } from '#functions/answer.ts';
import { readConfig } from '#functions/config.ts';

const SCRIPTS = 'https://app.cal.com';
const FRAMES = 'https://app.cal.com https://cal.com';

/** The page's policy with room for Cal.com. Hashes of styles would switch 'unsafe-inline' off again. */
function widened(policy: string): string {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !/^(style|frame)-src/.test(directive))
    .map((directive) =>
      /^script-src /.test(directive)
        ? `${directive} ${SCRIPTS}`
        : /^font-src /.test(directive)
          ? `${directive} https://cal.com`
          : directive,
    );
  return [...directives, "style-src 'self' 'unsafe-inline'", `frame-src ${FRAMES}`].join('; ');
}

export const bookPage = new Hono<App>().get('/book/', async (c) => {
  const set = readConfig(c.env);
  const link =
    set.ok && set.config.calendar.service === 'cal.com' ? set.config.calendar.link : undefined;
  if (!link) return c.env.ASSETS.fetch(c.req.raw);
  // The file is the same whatever the link is, so that a browser must not keep it by the file's tag.
  const asked = new Headers(c.req.raw.headers);
  asked.delete('if-none-match');
  const file = await c.env.ASSETS.fetch(new Request(c.req.raw, { headers: asked }));
  const page = new Response(file.body, file);
  page.headers.delete('etag');
  page.headers.set('cache-control', 'no-store');
  return new HTMLRewriter()
    .on('meta[http-equiv="content-security-policy"]', {
      element(meta) {
        meta.setAttribute('content', widened(meta.getAttribute('content') ?? ''));
      },
    })
    .on('head', {
      // The link holds only what readConfig lets through: no quote, no angle bracket.
      element(head) {
        head.append(`<meta name="calendar-link" content="${link}">`, { html: true });
      },
    })
    .transform(page);
});
