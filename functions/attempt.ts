import type { Config } from './config.ts';
import { log, traceOf } from './log.ts';
import { compose } from './mail/compose.ts';
import { sendHook } from './mail/hook.ts';
import type { Delivery, Mailer, Pace } from './mail/mailer.ts';
import { composeHook, hookOf } from './mail/owner-hook.ts';
import { type Entry, isHook, isNotice, isReminder, undelivered } from './outbox.ts';
import { nextTry } from './retry.ts';
import {
  addEntry,
  freezeMail,
  markDropped,
  markFailed,
  markSent,
  retryAt,
} from '#functions/store/outbox.ts';
import { isReminderStopped } from '#functions/store/reminders.ts';
import { stopsOf } from '#functions/store/stops.ts';

interface Surroundings {
  readonly db: D1Database;
  readonly config: Config;
  readonly mailer: Mailer;
}

/** One attempt at one row. Its failure stays its own. Returns what the mail provider said about the pace. */
export async function attempt(entry: Entry, at: Surroundings): Promise<Pace | undefined> {
  try {
    const delivery = await deliver(entry, at);
    if (delivery) await settle(entry, delivery, at.db);
    else await markDropped(at.db, entry.id, new Date());
    return delivery?.pace;
  } catch (error) {
    log('error', 'attempt failed', { kind: entry.kind, ...traceOf(error) });
    await settle(entry, { outcome: 'later', code: 'internal' }, at.db).catch(() => undefined);
    return undefined;
  }
}

/** `undefined` when the mail has become pointless. */
async function deliver(entry: Entry, at: Surroundings): Promise<Delivery | undefined> {
  const { db, config, mailer } = at;
  if (isHook(entry.kind)) {
    if (!config.ownerHook) return undefined;
    const body = await frozen(entry, db, () => composeHook(entry, db, config));
    return body === undefined ? undefined : sendHook(config.ownerHook, entry.id, body);
  }
  const toOwner = isNotice(entry.kind);
  // The owner's own address is never given up: the leads go there.
  const stops = toOwner ? [] : await stopsOf(db, entry.to);
  const dead = stops.find((reason) => reason !== 'unsubscribed');
  if (dead) return isReminder(entry.kind) ? undefined : { outcome: 'never', code: dead };
  if (
    isReminder(entry.kind) &&
    (stops.length > 0 || (await isReminderStopped(db, entry.leadId ?? '')))
  )
    return undefined;
  const mail = await frozen(entry, db, async () => {
    const composed = await compose(entry, db, config);
    return composed && JSON.stringify(composed);
  });
  if (mail === undefined) return undefined;
  const hook = config.ownerHook && hookOf(entry, new Date());
  if (hook) await addEntry(db, hook, hook.dueAt);
  return mailer.send(JSON.parse(mail), entry.id);
}

/** What was composed at the first attempt; a new release or a changed lead does not alter it. */
async function frozen(
  entry: Entry,
  db: D1Database,
  make: () => Promise<string | undefined>,
): Promise<string | undefined> {
  if (entry.mail) return entry.mail;
  const text = await make();
  if (text !== undefined) await freezeMail(db, entry.id, text);
  return text;
}

async function settle(entry: Entry, delivery: Delivery, db: D1Database): Promise<void> {
  const now = new Date();
  if (delivery.outcome === 'sent') {
    await markSent(db, entry.id, delivery.providerId, now);
    return;
  }
  const later = delivery.outcome === 'later' ? delivery : undefined;
  // What was refused at its first attempt, now or for ever, has certainly not gone out.
  const refused = later?.refused ?? delivery.outcome === 'never';
  const maybeSentAt = refused && entry.maybeSentFirst ? null : entry.maybeSentAt;
  const again = later && nextTry({ ...entry, maybeSentAt }, now, later.afterMs);
  log('error', again ? 'mail delayed' : 'mail given up', {
    kind: entry.kind,
    tries: entry.tries,
    code: delivery.code,
  });
  if (again) await retryAt(db, entry.id, again, delivery.code, maybeSentAt, now);
  else await markFailed(db, entry.id, delivery.code, maybeSentAt, noticeOf(entry, now), now);
}

/** About the owner's own mails there is nobody to tell. */
const noticeOf = (entry: Entry, now: Date) =>
  isNotice(entry.kind) ? undefined : undelivered(entry, now);
