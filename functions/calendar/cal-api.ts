import type { z } from '#src/zod.ts';
import { calBooking, calBookings, calSlots, done, refusals } from './cal-shapes.ts';

/** The account at Cal.com. */
interface CalAccount {
  readonly key: string;
  readonly eventTypeId: number;
  /** Without a trailing slash. */
  readonly baseUrl: string;
}

type CalAnswer<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** It did not happen. `message` may quote what was sent: never log it. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  /** Late, broken off, unreadable, 429 or 5xx: it may have happened. */
  | { readonly kind: 'unclear'; readonly code: string };

/** A missing or unknown version silently gives another shape, so that each call names its own. */
const SLOTS = '2024-09-04';
const BOOKINGS = '2024-08-13';

/** Milliseconds. A look before, a change and a look after it stay below the 15 s that the visitor's page waits. */
const READ_MS = 4000;
const CHANGE_MS = 6000;

/** Bookings on one page of the list, and the most pages that are read. */
const PAGE = 100;
const PAGES = 10;

const DAY_MS = 86_400_000;

/** Calls of API v2. None throws. */
export function calApi(account: CalAccount) {
  const { eventTypeId } = account;

  async function ask<T>(
    version: string,
    path: string,
    shape: z.ZodMiniType<T>,
    change?: object,
  ): Promise<CalAnswer<T>> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), change ? CHANGE_MS : READ_MS);
    try {
      const response = await fetch(account.baseUrl + path, {
        signal: late.signal,
        headers: {
          Authorization: `Bearer ${account.key}`,
          Accept: 'application/json',
          'cal-api-version': version,
          ...(change && { 'Content-Type': 'application/json' }),
        },
        ...(change && { method: 'POST', body: JSON.stringify(change) }),
      });
      return read(response.status, JSON.parse(await response.text()), shape);
    } catch {
      return { kind: 'unclear', code: late.signal.aborted ? 'late' : 'broken' };
    } finally {
      clearTimeout(timer);
    }
  }

  const bookings = (query: object) =>
    ask(BOOKINGS, `/v2/bookings?${new URLSearchParams({ ...query })}`, calBookings);
  const at = (uid: string) => `/v2/bookings/${encodeURIComponent(uid)}`;

  return {
    /** Free times between two moments. */
    slots: (from: Date, until: Date) =>
      ask(
        SLOTS,
        `/v2/slots?${new URLSearchParams({
          eventTypeId: String(eventTypeId),
          start: from.toISOString(),
          end: until.toISOString(),
          timeZone: 'UTC',
          format: 'range',
        })}`,
        calSlots,
      ),

    create: (
      start: string,
      attendee: { readonly name: string; readonly email: string; readonly timeZone: string },
      metadata: Readonly<Record<string, string>>,
    ) => ask(BOOKINGS, '/v2/bookings', calBooking, { eventTypeId, start, attendee, metadata }),

    /** The bookings that begin about a time, whoever made them. */
    about: (start: string) =>
      bookings({
        eventTypeId,
        afterStart: new Date(Date.parse(start) - 60_000).toISOString(),
        beforeEnd: new Date(Date.parse(start) + DAY_MS).toISOString(),
        take: PAGE,
      }),

    /** Every booking that begins after a time, cancelled ones included. */
    async after(afterStart: Date): Promise<CalAnswer<z.infer<typeof calBookings>>> {
      const all: z.infer<typeof calBookings> = [];
      for (let page = 0; page < PAGES; page++) {
        const answer = await bookings({
          eventTypeId,
          afterStart: afterStart.toISOString(),
          take: PAGE,
          skip: page * PAGE,
        });
        if (answer.kind !== 'done') return answer;
        all.push(...answer.value);
        if (answer.value.length < PAGE) break;
      }
      return { kind: 'done', value: all };
    },

    read: (uid: string) => ask(BOOKINGS, at(uid), calBooking),

    /** Makes a new booking with a uid of its own; the old one is cancelled. */
    move: (uid: string, start: string, reschedulingReason: string) =>
      ask(BOOKINGS, `${at(uid)}/reschedule`, calBooking, { start, reschedulingReason }),

    cancel: (uid: string, cancellationReason: string) =>
      ask(BOOKINGS, `${at(uid)}/cancel`, calBooking, { cancellationReason }),
  };
}

export type CalApi = ReturnType<typeof calApi>;

/** What an answer means. Only a 4xx with words of Cal.com's own is a no; proxies on the way answer otherwise. */
function read<T>(status: number, body: unknown, shape: z.ZodMiniType<T>): CalAnswer<T> {
  if (status >= 200 && status < 300) {
    const outer = done.safeParse(body);
    const inner = outer.success ? shape.safeParse(outer.data.data) : outer;
    return inner.success
      ? { kind: 'done', value: inner.data as T }
      : { kind: 'unclear', code: `${status} unreadable` };
  }
  const refused = refusals.safeParse(body);
  if (status < 400 || status >= 500 || status === 408 || status === 429 || !refused.success) {
    return { kind: 'unclear', code: String(status) };
  }
  const { data } = refused;
  return {
    kind: 'refused',
    status,
    message: 'error' in data ? data.error.message : data.message,
  };
}
