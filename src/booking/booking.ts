import { answersSchema } from '#src/quiz/answers.ts';
import { email, id, line, name } from '#src/lead/lead.ts';
import { z } from '#src/zod.ts';

/** A start time as the slots list gives it: UTC, to the minute. */
const instant = z.iso.datetime({ error: 'Choose one of the times' });

/** IANA time zone; times in mails are told in it. */
const timeZone = z.string({ error: 'Choose your time zone' }).check(
  z.maxLength(64),
  z.refine(
    (zone) => {
      try {
        new Intl.DateTimeFormat('en', { timeZone: zone });
        return true;
      } catch {
        return false;
      }
    },
    { error: 'Choose your time zone' },
  ),
);

/** What she wants to talk about; lines are joined, because notes travel as one. */
const note = z.pipe(
  z.string().check(z.overwrite((text) => text.replace(/[\t\r\n]+/g, ' '))),
  line(1000, 'Enter a note of at most 1,000 characters'),
);

/** Body of `POST /api/bookings`. The client makes the id, so that a repeated request is the same booking. */
export const bookingSchema = z.strictObject({
  id,
  start: instant,
  timeZone,
  email,
  name: name.check(z.minLength(1, { error: 'Enter your name' })),
  note: z.optional(note),
  /** The report that the engineer reads before the call. */
  answers: z.optional(answersSchema),
  /** The lead that it belongs to, when she had the report mailed before. */
  lead: z.optional(id),
});
export type Booking = z.infer<typeof bookingSchema>;

/** Body of `POST /api/bookings/move` and `/cancel`; `token` is the signed link's. */
export const moveSchema = z.strictObject({ token: z.string(), start: instant });
export const cancelSchema = z.strictObject({ token: z.string() });

/** A free time that can be booked. */
export interface Slot {
  /** UTC, ISO 8601. */
  readonly start: string;
}

/** Answer of `GET /api/slots`. */
export interface Slots {
  readonly slots: readonly Slot[];
  readonly minutes: number;
}
