import type { Config } from '#functions/config.ts';
import { invite } from '#functions/calendar/invite.ts';
import { findBooking } from '#functions/store/bookings.ts';
import { findEntry } from '#functions/store/outbox.ts';
import { findLead } from '#functions/store/leads.ts';
import { stopsOf } from '#functions/store/stops.ts';
import type { Entry } from '#functions/outbox.ts';
import { site } from '#src/site.ts';
import { callLetter, callNotice, type Change } from './booking-letters.ts';
import { draw } from './draw.ts';
import { erasedNotice } from './erased-notice.ts';
import type { FootLink } from './letter.ts';
import {
  type About,
  bookLink,
  manageLink,
  ownerLink,
  unsubscribeLink,
  yourDataLink,
} from './links.ts';
import type { Mail } from './mailer.ts';
import { leadNotice } from './lead-notice.ts';
import { reminderLetter } from './reminder-letter.ts';
import { reportFacts } from './report-facts.ts';
import { reportLetter } from './report-letter.ts';
import { undeliveredNotice } from './undelivered-notice.ts';

/** The mail that a row of the outbox stands for; `undefined` when it has become pointless. */
export function compose(entry: Entry, db: D1Database, config: Config): Promise<Mail | undefined> {
  switch (entry.kind) {
    case 'report':
    case 'first-reminder':
    case 'second-reminder':
      return mailAboutReport(entry, db, config);
    case 'lead-notice':
      return noticeOfLead(entry, db, config);
    case 'undelivered-notice':
      return undeliveredMail(entry, db, config);
    case 'erased-notice':
      return erasedMail(entry, config);
    default:
      return bookingMail(entry, db, config);
  }
}

const seeLink = async (config: Config, it: About): Promise<FootLink> => ({
  label: 'See or delete what we keep of you',
  href: await yourDataLink(config, it),
});

async function mailAboutReport(entry: Entry, db: D1Database, config: Config) {
  const lead = await findLead(db, entry.leadId ?? '');
  if (!lead) return undefined;
  const stop = await unsubscribeLink(config, lead);
  const links = [{ label: 'Send no reminders', href: stop }, await seeLink(config, lead)];
  const which = entry.kind === 'second-reminder' ? 'second' : 'first';
  const letter =
    entry.kind === 'report'
      ? reportLetter(lead, config, links)
      : reminderLetter(lead, which, config, links);
  const headers = {
    'List-Unsubscribe': `<${stop}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  const envelope = { to: entry.to, replyTo: site.contact.email, headers };
  return letter && draw(letter, envelope, config.url);
}

/** What the owner has to know when our mails do not reach her. */
async function deadLine(db: D1Database, address: string): Promise<string | undefined> {
  const stops = await stopsOf(db, address);
  if (stops.includes('complained'))
    return 'She marked our mail as unwanted; she gets none from here';
  if (stops.includes('bounced')) return 'Mail to this address came back; she gets none from here';
  return undefined;
}

async function noticeOfLead(entry: Entry, db: D1Database, config: Config) {
  const lead = await findLead(db, entry.leadId ?? '');
  if (!lead) return undefined;
  const all = await ownerLink(config, lead);
  const letter = leadNotice(lead, config, all, await deadLine(db, lead.email));
  return draw(letter, { to: entry.to, replyTo: lead.email }, config.url);
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
    const foot = [await seeLink(config, booking)];
    const letter = callLetter(change, booking, { manage, book: bookLink(config), foot });
    return draw(letter, { to: entry.to, replyTo: site.contact.email, attachments }, config.url);
  }
  const answers =
    booking.answers ?? (booking.leadId ? (await findLead(db, booking.leadId))?.answers : undefined);
  const letter = callNotice(
    change,
    booking,
    answers ? reportFacts(answers, config) : [],
    await ownerLink(config, booking),
    await deadLine(db, booking.email),
  );
  return draw(letter, { to: entry.to, replyTo: booking.email, attachments }, config.url);
}

async function undeliveredMail(
  entry: Entry,
  db: D1Database,
  config: Config,
): Promise<Mail | undefined> {
  const failed = await findEntry(db, entry.id.slice('undelivered-notice:'.length));
  if (!failed) return undefined;
  const replyTo = failed.to.includes('@') ? failed.to : site.contact.email;
  return draw(undeliveredNotice(failed), { to: entry.to, replyTo }, config.url);
}

async function erasedMail(entry: Entry, config: Config): Promise<Mail | undefined> {
  if (!entry.about) return undefined;
  const letter = erasedNotice(JSON.parse(entry.about));
  return draw(letter, { to: entry.to, replyTo: site.contact.email }, config.url);
}
