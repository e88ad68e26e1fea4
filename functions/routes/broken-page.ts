import type { Context } from 'hono';
import { html } from 'hono/html';
import { type App, broken } from '#functions/answer.ts';
import { page } from '#functions/page.ts';

/** The answer where an error of ours stands in the way of a page. */
export const brokenPage = (c: Context<App>, reference: string) =>
  page(c, 'This did not work', html`<p>${broken(reference).error.message}</p>`, 500);
