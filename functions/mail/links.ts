import { managePath } from '#src/booking/api.ts';
import type { StoredBooking } from '#functions/store/bookings.ts';
import type { StoredLead } from '#functions/store/leads.ts';
import { type Purpose, sign } from '#functions/signature.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { toFragment } from '#src/report/link.ts';
import { site } from '#src/site.ts';
import type { Config } from '#functions/config.ts';

/** The token that moves or cancels a call; good until the call is over. */
export const manageToken = (config: Config, booking: Pick<StoredBooking, 'id' | 'endsAt'>) =>
  sign(config.linkSecret, 'manage-booking', booking.id, new Date(booking.endsAt));

/** The token stands in the fragment, which browsers keep to themselves. */
export const manageLink = async (config: Config, booking: StoredBooking) =>
  `${config.url}${managePath}#${await manageToken(config, booking)}`;

/** The report travels in the fragment, so that no server sees it. */
export const reportLink = (config: Config, answers: Answers) =>
  `${config.url}/report/#${toFragment(answers)}`;

export const bookLink = (config: Config) => `${config.url}/book/`;

/** What a signed link is about: a lead or a call. It stands for everything under the same address. */
export type About =
  Pick<StoredLead, 'id' | 'createdAt'> | Pick<StoredBooking, 'id' | 'endsAt' | 'createdAt'>;

const DAY_MS = 86_400_000;

/** Good as long as what it is about is kept. */
function about(config: Config, purpose: Purpose, it: About): Promise<string> {
  const call = 'endsAt' in it;
  const { leadDays, bookingDays } = site.retention;
  const end = call
    ? Date.parse(it.endsAt) + bookingDays * DAY_MS
    : Date.parse(it.createdAt) + leadDays * DAY_MS;
  return sign(config.linkSecret, purpose, `${call ? 'call' : 'lead'}_${it.id}`, new Date(end));
}

/** Shows a visitor what is kept of her, and deletes it. */
export const yourDataLink = async (config: Config, it: About) =>
  `${config.url}/your-data/${await about(config, 'your-data', it)}`;

/** The same for the owner. */
export const ownerLink = async (config: Config, it: About) =>
  `${config.url}/your-data/owner/${await about(config, 'owner-data', it)}`;

/** Stops reminders; asks first when it is opened, and does it at once when it is posted to. */
export const unsubscribeLink = async (config: Config, it: About) =>
  `${config.url}/unsubscribe/${await about(config, 'unsubscribe', it)}`;

/** Opens an answer in the mail program of a phone or computer. */
export const mailto = (address: string, subject: string) =>
  `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
