import type { Entry } from '#functions/outbox.ts';
import { site } from '#src/site.ts';
import type { Letter } from './letter.ts';
import { mailto } from './links.ts';
import { toOwner } from './owner.ts';

/** Last answers that a provider gives after it has taken the mail, or that we give ourselves. */
const reasons: Readonly<Record<string, string>> = {
  bounced: 'The receiving server sent it back',
  complained: 'An earlier mail to this address was marked as unwanted',
  suppressed: 'The provider no longer sends to this address',
  failed: 'The provider could not send it',
};

/** To the owner: what was for a visitor or a webhook could not be delivered and will not be tried again. */
export function undeliveredNotice(failed: Entry): Letter {
  const last = failed.lastError ?? 'none';
  const reachable = failed.to.includes('@');
  return {
    subject: `Not delivered: ${failed.kind} after ${failed.tries} attempts`,
    preview: reachable ? `Write to ${failed.to} yourself.` : 'Look at what receives your webhook.',
    ...toOwner,
    title: 'A message could not be delivered',
    blocks: [
      {
        kind: 'text',
        text: reachable
          ? `It will not be tried again${failed.maybeSentAt && !reasons[last] ? ', because it may have arrived although no answer said so' : ''}. Check the address, then write yourself.`
          : 'It will not be tried again. The lead or call itself is kept, and a mail told you of it.',
      },
      {
        kind: 'facts',
        facts: [
          { label: 'Message', value: failed.kind },
          {
            label: 'To',
            value: failed.to,
            ...(reachable && { href: mailto(failed.to, `From ${site.name}`) }),
          },
          { label: 'Attempts', value: String(failed.tries) },
          { label: 'Last answer', value: reasons[last] ?? last },
        ],
      },
    ],
  };
}
