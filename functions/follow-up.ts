import { DurableObject } from 'cloudflare:workers';
import { site } from '#src/site.ts';
import { type Config, readConfig } from './config.ts';
import {
  claimDue,
  freezeMail,
  markDropped,
  markFailed,
  markSent,
  nextDue,
  retryAt,
} from '#functions/store/outbox.ts';
import { log, traceOf } from './log.ts';
import { compose } from './mail/compose.ts';
import { localMailer } from './mail/local.ts';
import type { Delivery, Mail, Mailer } from './mail/mailer.ts';
import { resendMailer } from './mail/resend.ts';
import { type Entry, LEASE_MS, nextTry, type NewMail } from './outbox.ts';

/** Mails that are on their way at the same time. */
const AT_ONCE = 4;

/** Groups of mails that one alarm sends before it hands over to the next one. */
const GROUPS = 25;

/** Wait before another look when the database or the set-up stands in the way. */
const PAUSE_MS = 60_000;

/** Asks for what is due to be sent. Does not wait for it, and a failure here only means that the cron does it. */
export async function kick(env: Env): Promise<void> {
  try {
    await env.FOLLOW_UP.getByName('main').kick();
  } catch (error) {
    log('error', 'kick failed', traceOf(error));
  }
}

/**
 * Sends what the outbox holds. There is one such object, so one alarm at a time; whatever happens to it,
 * the rows stay in the database until they are sent or given up.
 */
export class FollowUp extends DurableObject<Env> {
  async kick(): Promise<void> {
    await this.ctx.storage.setAlarm(Date.now());
  }

  override async alarm(): Promise<void> {
    const next = await this.sendDue().catch((error: unknown) => {
      log('error', 'follow-up paused', traceOf(error));
      return new Date(Date.now() + PAUSE_MS);
    });
    // A kick that came meanwhile has set an earlier alarm: keep it.
    const set = await this.ctx.storage.getAlarm();
    if (next && (set === null || set > next.getTime())) await this.ctx.storage.setAlarm(next);
  }

  /** Returns when there is more to do. */
  private async sendDue(): Promise<Date | undefined> {
    const result = readConfig(this.env);
    if (!result.ok) {
      log('error', 'not set up', { problems: result.problems });
      return new Date(Date.now() + PAUSE_MS);
    }
    const { mail } = result.config;
    const mailer =
      mail.service === 'resend' ? resendMailer(mail.key, mail.baseUrl) : localMailer(this.env.DB);
    let claimed = AT_ONCE;
    for (let group = 0; group < GROUPS && claimed === AT_ONCE; group++) {
      const now = new Date();
      const lease = new Date(now.getTime() + LEASE_MS);
      const entries = await claimDue(this.env.DB, now, lease, AT_ONCE);
      await Promise.all(entries.map((entry) => this.attempt(entry, result.config, mailer)));
      claimed = entries.length;
    }
    return nextDue(this.env.DB);
  }

  /** One attempt at one row. Its failure stays its own. */
  private async attempt(entry: Entry, config: Config, mailer: Mailer): Promise<void> {
    try {
      const mail = await this.mailOf(entry, config);
      if (!mail) {
        await markDropped(this.env.DB, entry.id, new Date());
        return;
      }
      await this.settle(entry, await mailer.send(mail, entry.id));
    } catch (error) {
      log('error', 'attempt failed', { kind: entry.kind, ...traceOf(error) });
      await this.settle(entry, { outcome: 'later', code: 'internal' }).catch(() => undefined);
    }
  }

  /** The frozen mail, or at the first attempt the mail composed and frozen. */
  private async mailOf(entry: Entry, config: Config): Promise<Mail | undefined> {
    if (entry.mail) return JSON.parse(entry.mail);
    const mail = await compose(entry, this.env.DB, config);
    if (mail) await freezeMail(this.env.DB, entry.id, JSON.stringify(mail));
    return mail;
  }

  private async settle(entry: Entry, delivery: Delivery): Promise<void> {
    const now = new Date();
    if (delivery.outcome === 'sent') {
      await markSent(this.env.DB, entry.id, delivery.providerId, now);
      return;
    }
    const again = delivery.outcome === 'later' ? nextTry(entry, now, delivery.afterMs) : undefined;
    log('error', again ? 'mail delayed' : 'mail given up', {
      kind: entry.kind,
      tries: entry.tries,
      code: delivery.code,
    });
    if (again) await retryAt(this.env.DB, entry.id, again, delivery.code, now);
    else await markFailed(this.env.DB, entry.id, delivery.code, noticeOf(entry, now), now);
  }
}

/** Tells the owner that a visitor's mail was given up. About the owner's own mails there is nobody to tell. */
function noticeOf(entry: Entry, now: Date): NewMail | undefined {
  if (entry.kind.endsWith('-notice')) return undefined;
  return {
    id: `undelivered-notice:${entry.id}`,
    kind: 'undelivered-notice',
    ...(entry.leadId && { leadId: entry.leadId }),
    ...(entry.bookingId && { bookingId: entry.bookingId }),
    to: site.contact.owner,
    dueAt: now,
  };
}
