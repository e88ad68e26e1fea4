import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { site } from '#src/site.ts';
import type { App } from './answer.ts';

const styles = `
:root { color-scheme: light dark; --ground: #f7f3eb; --raised: #fefcf6; --ink: #1b1812; --quiet: #544f47; --line: #c9c4b7; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14110d; --raised: #1c1914; --ink: #efebe1; --quiet: #b9b4a9; --line: #46423b; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 "Instrument Sans", system-ui, sans-serif; }
h1, .name { font-family: "Barlow Condensed", "Arial Narrow", sans-serif; line-height: 1.1; }
h1 { font-size: clamp(2rem, 6vw, 3rem); margin: 2rem 0 1rem; }
.name { font-size: 1.25rem; font-weight: 700; letter-spacing: .04em; text-transform: uppercase; text-decoration: none; }
a { color: inherit; text-underline-offset: .2em; }
:focus-visible { outline: 3px solid #fbbc03; outline-offset: 2px; }
ul { padding-left: 1.25rem; }
.errors { border: 2px solid #c52d1f; border-left-width: 10px; padding: 1rem 1.25rem; background: var(--raised); max-width: 44rem; }
.errors ul { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 1px solid var(--line); padding: .6rem .75rem .6rem 0; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th, time { white-space: nowrap; }
th { color: var(--quiet); font-weight: 500; }
iframe { width: 100%; height: 80vh; border: 1px solid var(--line); background: var(--raised); }
p, ul, dl, form { max-width: 44rem; }
h2 { font-family: "Barlow Condensed", "Arial Narrow", sans-serif; font-size: 1.5rem; line-height: 1.15; margin: 2.5rem 0 .75rem; }
.scroll { overflow-x: auto; max-width: 44rem; }
.scroll th { width: 9rem; white-space: normal; }
td ul { margin: 0; }
.quiet { color: var(--quiet); }
button { font: inherit; font-weight: 600; padding: .75rem 1.5rem; min-height: 2.75rem; border: 2px solid #1b1812; border-radius: 3px; background: #fbbc03; color: #1b1812; cursor: pointer; }
label { display: flex; gap: .75rem; align-items: start; margin: 1rem 0; }
input[type=checkbox] { flex: none; width: 1.5rem; height: 1.5rem; margin: .1rem 0 0; accent-color: #fbbc03; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem; background: var(--raised); }
`;

/** For a page with a form of ours: the same policy, but that forms may be sent to this site. */
const WITH_FORM = (nonce: string) =>
  `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`;

/** Lets the page that follows hold a form that is sent to this site. */
export const allowForm = (c: Context<App>) =>
  c.header('Content-Security-Policy', WITH_FORM(c.get('secureHeadersNonce')));

/** A page that the Worker writes itself; it needs no file of the built site. */
export function page(
  c: Context<App>,
  title: string,
  body: ReturnType<typeof html>,
  status: ContentfulStatusCode = 200,
) {
  return c.html(
    html`<!doctype html>
      <html lang="${site.language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>${title} · ${site.name}</title>
          <link rel="icon" href="data:," />
          <style nonce="${c.get('secureHeadersNonce')}">
            ${raw(styles)}
          </style>
        </head>
        <body>
          <header><a class="name" href="/">${site.name}</a></header>
          <main>
            <h1>${title}</h1>
            ${body}
          </main>
        </body>
      </html>`,
    status,
  );
}
