/** What is sent, when it is tried again and when it is given up. Pure. */
import { site } from '#src/site.ts';

/** What a visitor gets. */
type ToVisitor =
  'report' | 'first-reminder' | 'second-reminder' | 'call-booked' | 'call-moved' | 'call-cancelled';

/** What the owner gets as a mail … */
type ToOwner =
  | 'lead-notice'
  | 'call-booked-notice'
  | 'call-moved-notice'
  | 'call-cancelled-notice'
  | 'undelivered-notice'
  | 'erased-notice';

/** … and what goes to the owner's webhook beside it. */
export type Hook = 'lead-hook' | 'call-booked-hook' | 'call-moved-hook' | 'call-cancelled-hook';

/** Everything that the outbox can hold; the first part of a row's id. */
export type Kind = ToVisitor | ToOwner | Hook;

/** A row to be written. Its id is the idempotency key towards the provider. */
export interface NewMail {
  readonly id: string;
  readonly kind: Kind;
  readonly leadId?: string;
  readonly bookingId?: string;
  /** The booking's sequence that the mail speaks of. */
  readonly sequence?: number;
  readonly to: string;
  readonly dueAt: Date;
  /** JSON: what the mail speaks of, where no other table holds it. */
  readonly about?: string;
}

/** A row that has been claimed for an attempt. */
export interface Entry {
  readonly id: string;
  readonly kind: Kind;
  readonly leadId: string | null;
  readonly bookingId: string | null;
  readonly sequence: number | null;
  readonly to: string;
  readonly dueAt: string;
  /** Attempts so far, the present one included. */
  readonly tries: number;
  /** The first attempt after which the mail may have gone out; the present one, if none before. */
  readonly maybeSentAt: string | null;
  /** 1 when that is the present one. */
  readonly maybeSentFirst: number | null;
  /** The frozen mail as JSON, once there was an attempt. */
  readonly mail: string | null;
  readonly about: string | null;
  readonly lastError: string | null;
}

export const isReminder = (kind: Kind) => kind.endsWith('-reminder');
export const isNotice = (kind: Kind) => kind.endsWith('-notice');
export const isHook = (kind: Kind): kind is Hook => kind.endsWith('-hook');

export const leadMail = (kind: Kind, leadId: string, to: string, dueAt: Date): NewMail => ({
  id: `${kind}:${leadId}`,
  kind,
  leadId,
  to,
  dueAt,
});

export const bookingMail = (
  kind: Kind,
  booking: { readonly id: string; readonly sequence: number },
  to: string,
  dueAt: Date,
): NewMail => ({
  id: `${kind}:${booking.id}:${booking.sequence}`,
  kind,
  bookingId: booking.id,
  sequence: booking.sequence,
  to,
  dueAt,
});

const DAY_MS = 86_400_000;

/** The reminders of a lead, each due when `site.followUp` says. */
export const reminders = (leadId: string, to: string, now: Date): readonly NewMail[] =>
  (['first', 'second'] as const).map((which) => {
    const dueAt = new Date(now.getTime() + site.followUp.reminderDays[which] * DAY_MS);
    return leadMail(`${which}-reminder`, leadId, to, dueAt);
  });

/** A mail of ours to the visitor that did not arrive, told to the owner. */
export const undelivered = (
  entry: Pick<Entry, 'id' | 'leadId' | 'bookingId'>,
  now: Date,
): NewMail => ({
  id: `undelivered-notice:${entry.id}`,
  kind: 'undelivered-notice',
  ...(entry.leadId && { leadId: entry.leadId }),
  ...(entry.bookingId && { bookingId: entry.bookingId }),
  to: site.contact.owner,
  dueAt: now,
});
