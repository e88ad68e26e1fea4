import { timeLine } from '#src/booking/time.ts';
import { site } from '#src/site.ts';
import type { StoredBooking } from '#functions/store/bookings.ts';
import type { Fact, FootLink, Letter } from './letter.ts';
import { mailto } from './links.ts';
import { toOwner } from './owner.ts';

/** A change of a booking, as the end of its mails' kind. */
export type Change = 'booked' | 'moved' | 'cancelled';

const forHer = (booking: StoredBooking) =>
  timeLine(booking.startsAt, booking.endsAt, booking.timeZone);

const hello = (booking: StoredBooking) => `Hello ${booking.name},`;

const title = {
  booked: 'Your call is booked',
  moved: 'Your call has moved',
  cancelled: 'Your call is cancelled',
};

/**
 * To the visitor: when the call is, and how to move or cancel it.
 * @param manage signed link · @param book where a new call is booked · @param foot her rights, signed
 */
export function callLetter(
  change: Change,
  booking: StoredBooking,
  links: { readonly manage: string; readonly book: string; readonly foot: readonly FootLink[] },
): Letter {
  const when = forHer(booking);
  const cancelled = change === 'cancelled';
  return {
    subject: `${title[change]}: ${when}`,
    preview: cancelled ? 'Nothing more to do. You can book another time.' : site.call.where,
    eyebrow: `Free call, ${site.call.minutes} minutes`,
    title: title[change],
    blocks: [
      { kind: 'text', text: hello(booking) },
      cancelled
        ? { kind: 'text', text: `The call on ${when} will not take place.` }
        : {
            kind: 'facts',
            facts: [
              { label: 'When', value: when },
              { label: 'Where', value: site.call.where },
            ],
          },
      {
        kind: 'text',
        text: cancelled
          ? 'If another time suits you better, choose one. The call stays free and without obligation.'
          : `${booking.answers || booking.leadId ? 'An engineer reads your report beforehand. ' : ''}The call is free and without obligation. The file with this mail puts it into your calendar.`,
      },
      cancelled
        ? { kind: 'button', label: 'Choose another time', href: links.book, main: true }
        : { kind: 'button', label: 'Move or cancel the call', href: links.manage, main: false },
    ],
    why: `You get this because a call was booked with this address at ${site.name}. If that was not you, ${
      cancelled ? 'there is nothing to do' : 'cancel it with the link above'
    }.`,
    links: links.foot,
  };
}

const happened = { booked: 'Call booked', moved: 'Call moved', cancelled: 'Call cancelled' };

/**
 * To the owner: who, when, about what.
 * @param report what is known of the app, the hottest facts first
 * @param all signed link to everything that is kept of her · @param dead why no mail reaches her
 */
export function callNotice(
  change: Change,
  booking: StoredBooking,
  report: readonly Fact[],
  all: string,
  dead?: string,
): Letter {
  const ours = timeLine(booking.startsAt, booking.endsAt, site.call.timeZone);
  return {
    subject: `${happened[change]}: ${ours}`,
    preview: booking.note ?? booking.email,
    ...toOwner,
    title: happened[change],
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: 'When', value: ours },
          { label: 'Visitor’s time', value: forHer(booking) },
          { label: 'Name', value: booking.name },
          {
            label: 'Answer',
            value: booking.email,
            href: mailto(booking.email, `Our call on ${forHer(booking)}`),
          },
          ...(dead ? [{ label: 'Mail', value: dead }] : []),
          ...(booking.note ? [{ label: 'Note', value: booking.note }] : []),
          { label: 'Mails and calls', value: 'See what arrived, and all that is kept', href: all },
        ],
      },
      ...(report.length > 0
        ? [{ kind: 'heading', text: 'The app' } as const, { kind: 'facts', facts: report } as const]
        : []),
    ],
  };
}
