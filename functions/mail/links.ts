import { managePath } from '#src/booking/api.ts';
import type { StoredBooking } from '#functions/store/bookings.ts';
import { sign } from '#functions/signature.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { toFragment } from '#src/report/link.ts';
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

/** Opens an answer in the mail program of a phone or computer. */
export const mailto = (address: string, subject: string) =>
  `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
