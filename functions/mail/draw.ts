import { render } from '@react-email/render';
import { createElement } from 'react';
import { site } from '#src/site.ts';
import type { Letter } from './letter.ts';
import { LetterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';
import type { Attachment, Mail } from './mailer.ts';

/** Whom the mail goes to, and whom an answer reaches. */
export interface Envelope {
  readonly to: string;
  readonly replyTo: string;
  readonly attachments?: readonly Attachment[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The letter as a mail that can be sent: the same letter and envelope give the same mail to the byte. */
export async function draw(letter: Letter, envelope: Envelope, home: string): Promise<Mail> {
  return {
    from: site.contact.sender,
    ...envelope,
    subject: letter.subject,
    html: await render(createElement(LetterHtml, { letter, home })),
    text: letterText(letter),
  };
}
