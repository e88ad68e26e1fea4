import { receiveMail } from '#functions/store/mailbox.ts';
import type { Mailer } from './mailer.ts';

/** Local mode: mails land in a table and are read at /dev/mailbox. */
export const localMailer = (db: D1Database): Mailer => ({
  async send(mail, key) {
    try {
      await receiveMail(db, {
        id: key,
        mail: JSON.stringify(mail),
        receivedAt: new Date().toISOString(),
      });
      return { outcome: 'sent', providerId: key };
    } catch {
      return { outcome: 'later', code: 'mailbox' };
    }
  },
});
