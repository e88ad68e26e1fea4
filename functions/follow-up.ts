import { DurableObject } from 'cloudflare:workers';
import { attempt } from './attempt.ts';
import { readConfig } from './config.ts';
import { claimDue, nextDue } from '#functions/store/outbox.ts';
import { log, traceOf } from './log.ts';
import { localMailer } from './mail/local.ts';
import type { Pace } from './mail/mailer.ts';
import { resendMailer } from './mail/resend.ts';
import { LEASE_MS } from './retry.ts';

/** Mails that are on their way at the same time, where the provider does not allow fewer a second. */
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
  /** What the mail provider last said; forgotten with the process, and then learnt anew. */
  private atOnce = AT_ONCE;
  private mailsFrom = new Date(0);

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
    const { config } = result;
    const db = this.env.DB;
    const mailer =
      config.mail.service === 'resend'
        ? resendMailer(config.mail.key, config.mail.baseUrl)
        : localMailer(db);
    let full = true;
    for (let group = 0; group < GROUPS && full; group++) {
      const now = new Date();
      const lease = new Date(now.getTime() + LEASE_MS);
      const size = this.atOnce;
      const entries = await claimDue(db, now, lease, size, now < this.mailsFrom);
      const paces = await Promise.all(
        entries.map((entry) => attempt(entry, { db, config, mailer })),
      );
      for (const pace of paces) this.obey(pace);
      full = entries.length === size;
    }
    return nextDue(db, this.mailsFrom);
  }

  private obey({ perSecond, pauseMs = 0 }: Pace = {}): void {
    if (perSecond) this.atOnce = Math.min(AT_ONCE, Math.max(1, Math.floor(perSecond)));
    const from = Date.now() + pauseMs;
    if (pauseMs > 0 && from > this.mailsFrom.getTime()) this.mailsFrom = new Date(from);
  }
}
