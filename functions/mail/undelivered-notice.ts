import type { Entry } from '#functions/outbox.ts';
import { site } from '#src/site.ts';
import type { Letter } from './letter.ts';
import { mailto } from './links.ts';
import { toOwner } from './owner.ts';

/** To the owner: a mail to a visitor could not be delivered and will not be tried again. */
export const undeliveredNotice = (failed: Entry): Letter => ({
  subject: `Not delivered: ${failed.kind} after ${failed.tries} attempts`,
  preview: `Write to ${failed.to} yourself.`,
  ...toOwner,
  title: 'A mail could not be delivered',
  blocks: [
    { kind: 'text', text: 'It will not be tried again. Check the address, then write yourself.' },
    {
      kind: 'facts',
      facts: [
        { label: 'Mail', value: failed.kind },
        { label: 'To', value: failed.to, href: mailto(failed.to, `From ${site.name}`) },
        { label: 'Attempts', value: String(failed.tries) },
        { label: 'Last answer', value: failed.lastError ?? 'none' },
      ],
    },
  ],
});
