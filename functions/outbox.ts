/** What is mailed, when it is tried again and when it is given up. Pure. */

/** Every mail that the outbox can hold; the first part of a row's id. */
export type Kind =
  | 'report'
  | 'lead-notice'
  | 'call-booked'
  | 'call-booked-notice'
  | 'call-moved'
  | 'call-moved-notice'
  | 'call-cancelled'
  | 'call-cancelled-notice'
  | 'undelivered-notice';

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
  /** The frozen mail as JSON, once there was an attempt. */
  readonly mail: string | null;
  readonly lastError: string | null;
}

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

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long one attempt may take before it counts as failed. */
export const ATTEMPT_MS = 10 * SECOND;

/** A claimed row belongs to its attempt for this long; a process that died meanwhile frees it so. */
export const LEASE_MS = 3 * ATTEMPT_MS;

/** Waits after the first, second, … failed attempt; the last one repeats. */
const WAITS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
];

/** A mail that could not be delivered for this long is given up, and the owner is told. */
export const GIVE_UP_MS = 4 * 24 * HOUR;

/**
 * When a row is tried again after its failed attempt number `tries`, or `undefined` when it is given up.
 * @param atLeastMs what the provider asked to wait
 */
export function nextTry(
  entry: Pick<Entry, 'tries' | 'dueAt'>,
  now: Date,
  atLeastMs = 0,
): Date | undefined {
  if (now.getTime() - Date.parse(entry.dueAt) >= GIVE_UP_MS) return undefined;
  const wait = WAITS[Math.min(entry.tries, WAITS.length) - 1] ?? 0;
  return new Date(now.getTime() + Math.max(wait, atLeastMs));
}
