import { site } from '#src/site.ts';
import { deleteBefore } from '#functions/store/upkeep.ts';
import { log } from './log.ts';

/** The cron in wrangler.jsonc that sweeps; the other one only sends what is due. */
export const DAILY = '17 3 * * *';

const DAY_MS = 86_400_000;

/** Deletes the personal data that `site.retention` no longer allows us to keep. */
export async function sweep(env: Env, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const { leadDays, bookingDays, mailDays, stopDays } = site.retention;
  const rows = await deleteBefore(env.DB, {
    leads: ago(leadDays),
    bookings: ago(bookingDays),
    mails: ago(mailDays),
    stops: ago(stopDays),
  });
  log('info', 'swept', { rows });
}
