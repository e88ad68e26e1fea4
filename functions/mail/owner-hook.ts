import type { Config } from '#functions/config.ts';
import { type Entry, type Hook, isNotice, type NewMail } from '#functions/outbox.ts';
import { findBooking } from '#functions/store/bookings.ts';
import { findLead, type StoredLead } from '#functions/store/leads.ts';
import { timeLine } from '#src/booking/time.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { makeReport } from '#src/report/make.ts';
import { repairWords } from '#src/report/repair-words.ts';
import { firstToGive, inUsers } from '#src/report/words.ts';
import { site } from '#src/site.ts';
import { mailto, ownerLink, reportLink } from './links.ts';

const HOOKED = /^(lead|call-booked|call-moved|call-cancelled)-notice/;

/** The message for the owner's webhook that goes with a notice; it is a row of its own, tried by itself. */
export function hookOf(entry: Entry, now: Date): NewMail | undefined {
  if (!isNotice(entry.kind) || !HOOKED.test(entry.kind)) return undefined;
  return {
    id: entry.id.replace('-notice', '-hook'),
    kind: entry.kind.replace('-notice', '-hook') as Hook,
    ...(entry.leadId && { leadId: entry.leadId }),
    ...(entry.bookingId && { bookingId: entry.bookingId }),
    ...(entry.sequence !== null && { sequence: entry.sequence }),
    to: 'owner-webhook',
    dueAt: now,
  };
}

/** The hottest facts of an app. */
function appOf(answers: Answers, config: Config) {
  const report = makeReport(answers);
  const defects = report.defects.filter(({ grade }) => grade === 'dangerous');
  return {
    ratedLoad: Math.round(report.load.likely),
    plansFor: report.target.users,
    afterRepair: Math.round(report.repaired.likely),
    risk: report.risk,
    firstToGive: firstToGive(report) ?? null,
    dangerous: defects.map(({ repair }) => repairWords(repair, answers).defect),
    plan: report.plan.map(({ repair }) => repairWords(repair, answers).title),
    builder: answers.builder ?? null,
    report: reportLink(config, answers),
  };
}

/** The body as JSON; chats show `text`, a CRM reads the rest. `undefined` when it has become pointless. */
export async function composeHook(
  entry: Entry,
  db: D1Database,
  config: Config,
): Promise<string | undefined> {
  const message = entry.leadId
    ? await leadMessage(await findLead(db, entry.leadId), config)
    : await callMessage(entry, db, config);
  return message && JSON.stringify(message);
}

async function leadMessage(lead: StoredLead | undefined, config: Config) {
  if (!lead) return undefined;
  const load = `rated ${inUsers(lead.ratedLoad)}, plans for ${inUsers(lead.target)} users at once`;
  return {
    type: 'lead.created',
    timestamp: lead.createdAt,
    text: `New lead: ${load}. ${lead.email}`,
    data: {
      email: lead.email,
      name: lead.name,
      answer: mailto(lead.email, `Your ${site.name} report`),
      app: appOf(lead.answers, config),
      all: await ownerLink(config, lead),
    },
  };
}

async function callMessage(entry: Entry, db: D1Database, config: Config) {
  const booking = await findBooking(db, entry.bookingId ?? '');
  if (!booking || booking.sequence !== entry.sequence) return undefined;
  const change = entry.kind.replace(/^call-|-hook$/g, '');
  const when = timeLine(booking.startsAt, booking.endsAt, site.call.timeZone);
  const answers =
    booking.answers ?? (booking.leadId ? (await findLead(db, booking.leadId))?.answers : undefined);
  return {
    type: `call.${change}`,
    timestamp: booking.changedAt,
    text: `Call ${change}: ${when}. ${booking.name}, ${booking.email}`,
    data: {
      email: booking.email,
      name: booking.name,
      starts: booking.startsAt,
      ends: booking.endsAt,
      timeZone: booking.timeZone,
      note: booking.note,
      answer: mailto(booking.email, `Our call on ${when}`),
      app: answers ? appOf(answers, config) : null,
      all: await ownerLink(config, booking),
    },
  };
}
