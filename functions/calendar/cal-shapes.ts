/** What we read of Cal.com's answers. Whatever else they hold is left out; a shape that does not fit is no answer. */
import { z } from '#src/zod.ts';

const time = z.iso.datetime({ offset: true });

/** `GET /v2/slots?format=range`: free times by day. */
export const calSlots = z.record(z.string(), z.array(z.object({ start: time, end: time })));

/** A booking. A moved one is cancelled and names the one that took its place. */
export const calBooking = z.object({
  uid: z.string().check(z.minLength(1)),
  status: z.enum(['accepted', 'pending', 'cancelled', 'rejected']),
  start: time,
  end: time,
  createdAt: time,
  eventType: z.object({ id: z.number() }),
  rescheduledFromUid: z.nullish(z.string()),
  rescheduledToUid: z.nullish(z.string()),
  icsUid: z.nullish(z.string()),
  attendees: z.array(z.object({ name: z.string(), email: z.string(), timeZone: z.string() })),
  metadata: z.nullish(z.record(z.string(), z.unknown())),
});
export type CalBooking = z.infer<typeof calBooking>;

export const calBookings = z.array(calBooking);

export const done = z.object({ status: z.literal('success'), data: z.unknown() });

/** The two forms of a refusal: the documented envelope, and a bare one for some conflicts and for /cancel. */
export const refusals = z.union([
  z.object({ error: z.object({ message: z.string() }) }),
  z.object({ message: z.string() }),
]);

/** A webhook, as far as we trust it: that something about a booking has changed. */
export const calEvent = z.object({
  triggerEvent: z.string().check(z.maxLength(60)),
  createdAt: time,
  payload: z.object({ uid: z.string().check(z.minLength(1), z.maxLength(100)) }),
});
