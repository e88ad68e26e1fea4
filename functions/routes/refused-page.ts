import type { Context } from 'hono';
import { html } from 'hono/html';
import type { App, Refusal } from '#functions/answer.ts';
import { page } from '#functions/page.ts';

/** The answer to a form that cannot be taken as it is, for browsers without JavaScript. */
export function refusedPage(c: Context<App>, { status, message, fields }: Refusal) {
  const sentences = fields ? [...new Set(Object.values(fields))] : [message];
  return page(
    c,
    'Your report was not sent yet',
    html`<div class="errors">
        <ul>
          ${sentences.map((sentence) => html`<li>${sentence.replace(/\.$/, '')}.</li>`)}
        </ul>
      </div>
      <p>
        Go back with your browser’s back button. Your answers are still there: change what is named
        above, then send again.
      </p>
      <p><a href="/quiz/">Open the quiz anew</a></p>`,
    status,
  );
}
