import type { Context } from 'hono';
import { site } from '#src/site.ts';
import { type App, type Refusal, refusal } from './answer.ts';
import type { Counted, Limit } from './limits.ts';
import { log } from './log.ts';
import { countUp } from './store/counts.ts';
import { mailboxOf, visitorOf } from './visitor.ts';

const write = `write to ${site.contact.email}`;

/** What each limit says to the one who meets it. */
const sentences: Readonly<Record<Limit, string>> = {
  reportsToMailbox: `This address has got its reports for today. Look among the unwanted mail, or ${write}.`,
  reportsOfVisitor: `That is as many reports as we mail in a day. Send it again tomorrow, or ${write}.`,
  plainReportsOfVisitor: `That is as many reports as we mail in a day without JavaScript. Turn it on, send it again tomorrow, or ${write}.`,
  reports: `We mail no more reports today. Keep the link of yours and send it again tomorrow, or ${write}.`,
  plainReports: `We mail no more reports today without JavaScript. Turn it on, send it again tomorrow, or ${write}.`,
  callsForMailbox: `Two calls were booked with this address today. Move one of them with the link in its mail, or ${write}.`,
  callsOfVisitor: `That is as many calls as can be booked in a day. Book again tomorrow, or ${write}.`,
  calls: `No more calls can be booked today. Book again tomorrow, or ${write}.`,
};

/** Counts; a refusal when a limit is passed. Not in local mode, where one person is every visitor. */
async function within(c: Context<App>, counted: Counted, now: Date): Promise<Refusal | undefined> {
  if (c.get('config').local) return undefined;
  const passed = await countUp(c.env.DB, counted, now);
  if (!passed) return undefined;
  log('error', 'limit passed', { limit: passed });
  return refusal(429, sentences[passed]);
}

/** @param worked whether the browser has sent a proof of its work */
export async function reportAllowed(c: Context<App>, email: string, worked: boolean, now: Date) {
  const visitor = await visitorOf(c, now);
  const reportsToMailbox = await mailboxOf(c, email, now);
  return within(
    c,
    worked
      ? { reportsOfVisitor: visitor, reportsToMailbox, reports: '' }
      : { plainReportsOfVisitor: visitor, reportsToMailbox, plainReports: '' },
    now,
  );
}

export async function callAllowed(c: Context<App>, email: string, now: Date) {
  const callsOfVisitor = await visitorOf(c, now);
  const callsForMailbox = await mailboxOf(c, email, now);
  return within(c, { callsOfVisitor, callsForMailbox, calls: '' }, now);
}

const tooFast = refusal(429, 'That was a lot at once. Wait a minute, then send again.');

/** Refuses a network that asks faster than people do. */
export async function atEase(c: Context<App>): Promise<Refusal | undefined> {
  if (c.get('config').local) return undefined;
  const { success } = await c.env.PACE.limit({ key: await visitorOf(c, new Date()) });
  return success ? undefined : tooFast;
}
