import type { Config } from '#functions/config.ts';
import { invite } from '#functions/calendar/invite.ts';
import { findBooking } from '#functions/store/bookings.ts';
import { findEntry } from '#functions/store/outbox.ts';
import { findLead } from '#functions/store/leads.ts';
import type { Entry } from '#functions/outbox.ts';
import { site } from '#src/site.ts';
import { callLetter, callNotice, type Change } from './booking-letters.ts';
import { draw } from './draw.ts';
import { bookLink, manageLink } from './links.ts';
import type { Mail } from './mailer.ts';
import { leadNotice } from './lead-notice.ts';
import { reportFacts } from './report-facts.ts';
import { reportLetter } from './report-letter.ts';
import { undeliveredNotice } from './undelivered-notice.ts';

/** The mail that a row of the outbox stands for; `undefined` when it has become pointless. */
export function compose(entry: Entry, db: D1Database, config: Config): Promise<Mail | undefined> {
  switch (entry.kind) {
    case 'report':
    case 'lead-notice':
      return leadMail(entry, db, config);
    case 'undelivered-notice':
      return undeliveredMail(entry, db, config);
    default:
      return bookingMail(entry, db, config);
  }
}

async function leadMail(entry: Entry, db: D1Database, config: Config): Promise<Mail | undefined> {
  const lead = await findLead(db, entry.leadId ?? '');
  if (!lead) return undefined;
  return entry.kind === 'report'
    ? draw(reportLetter(lead, config), { to: entry.to, replyTo: site.contact.email }, config.url)
    : draw(leadNotice(lead, config), { to: entry.to, replyTo: lead.email }, config.url);
}

async function bookingMail(
  entry: Entry,
  db: D1Database,
  config: Config,
): Promise<Mail | undefined> {
  const booking = await findBooking(db, entry.bookingId ?? '');
  // A later change has a mail of its own.
  if (!booking || booking.sequence !== entry.sequence) return undefined;
  const change = entry.kind.replace(/^call-|-notice$/g, '') as Change;
  const manage = await manageLink(config, booking);
  const attachments = [invite(booking, manage)];
  if (!entry.kind.endsWith('-notice')) {
    const letter = callLetter(change, booking, { manage, book: bookLink(config) });
    return draw(letter, { to: entry.to, replyTo: site.contact.email, attachments }, config.url);
  }
  const answers =
    booking.answers ?? (booking.leadId ? (await findLead(db, booking.leadId))?.answers : undefined);
  const letter = callNotice(change, booking, answers ? reportFacts(answers, config) : []);
  return draw(letter, { to: entry.to, replyTo: booking.email, attachments }, config.url);
}

async function undeliveredMail(
  entry: Entry,
  db: D1Database,
  config: Config,
): Promise<Mail | undefined> {
  const failed = await findEntry(db, entry.id.slice('undelivered-notice:'.length));
  return (
    failed && draw(undeliveredNotice(failed), { to: entry.to, replyTo: failed.to }, config.url)
  );
}
