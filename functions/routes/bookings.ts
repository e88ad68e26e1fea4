/**
 * Booking a call. All answers are `BookingAnswer` (src/booking/api.ts), all errors `ApiError`.
 *
 * POST /api/bookings: body `bookingSchema`. 201 the first time, 200 when the same booking comes
 * again, 409 `TakenAnswer` with the next free times when somebody else has the time, 409 without
 * times when the id belongs to another booking, 422 when the time is not offered.
 *
 * POST /api/bookings/show, /cancel: body `cancelSchema`; /move: body `moveSchema`. 200; 403 when the
 * link was altered, 410 when it has expired, 409 when the call cannot be changed any more, and for
 * /move 409 `TakenAnswer` and 422 as above. The token of the signed link travels in the body also to
 * read, because addresses end up in logs.
 *
 * 429 beyond the limits of functions/limits.ts. All but /show: 503 when the calendar does not say whether it was done; the same request may be repeated.
 */
import { type Context, Hono } from 'hono';
import type { BookingAnswer, TakenAnswer } from '#src/booking/api.ts';
import { bookingSchema, cancelSchema, moveSchema } from '#src/booking/booking.ts';
import { onPath } from '#src/quiz/path.ts';
import { site } from '#src/site.ts';
import { type App, type Refusal, refusal, refuse } from '#functions/answer.ts';
import { callAllowed } from '#functions/abuse.ts';
import { limits } from '#functions/limits.ts';
import { calendarOf, type Changed } from '#functions/calendar/calendar.ts';
import { kick } from '#functions/follow-up.ts';
import { findBooking, type StoredBooking } from '#functions/store/bookings.ts';
import { manageToken } from '#functions/mail/links.ts';
import { readJson } from '#functions/request.ts';
import { check } from '#functions/signature.ts';

/** Free times that are named beside "somebody else has this one". */
const NEXT_TIMES = 6;

const unoffered = refusal(422, 'This time is not offered. Choose one of the times on the page.');
const different = refusal(
  409,
  'You have booked with this form before. Use the link in the confirmation to move the call, or reload the page to book another.',
);
const over = refusal(
  409,
  'This call was cancelled, moved or has begun, so it cannot be changed here. Reload the page to see how it stands.',
);
const unclear = refusal(
  503,
  `The calendar does not answer just now, so we cannot say whether this was done. Send it again in a minute; nothing happens twice. Or write to ${site.contact.email}.`,
);
const movedOften = refusal(
  429,
  `This call has moved often enough. Cancel it here, or write to ${site.contact.email} for another time.`,
);
const altered = refusal(403, 'This link is not complete. Open it again from the mail.');
const expired = refusal(
  410,
  `This link has expired. Write to ${site.contact.email} and we find another time.`,
);

async function booked(c: Context<App>, booking: StoredBooking, status: 200 | 201 = 200) {
  const answer: BookingAnswer = {
    booking: {
      id: booking.id,
      start: booking.startsAt,
      end: booking.endsAt,
      timeZone: booking.timeZone,
      state: booking.state,
    },
    token: await manageToken(c.get('config'), booking),
  };
  return c.json(answer, status);
}

async function taken(c: Context<App>) {
  const free = await calendarOf(c.env).free(new Date());
  const more: Omit<TakenAnswer, 'error'> = { slots: free?.slots.slice(0, NEXT_TIMES) ?? [] };
  return refuse(
    c,
    refusal(409, 'Somebody else has just taken this time. Choose one of the next free times.'),
    more,
  );
}

/** The booking that the token of a signed link opens. */
async function opened(c: Context<App>, token: string): Promise<StoredBooking | Refusal> {
  const checked = await check(c.get('config').linkSecret, 'manage-booking', token, new Date());
  if (!checked.ok) return checked.why === 'expired' ? expired : altered;
  return (await findBooking(c.env.DB, checked.subject)) ?? expired;
}

function changed(c: Context<App>, result: Changed) {
  switch (result.outcome) {
    case 'changed':
      c.executionCtx.waitUntil(kick(c.env));
      return booked(c, result.booking);
    case 'taken':
      return taken(c);
    case 'unoffered':
      return refuse(c, unoffered);
    case 'over':
      return refuse(c, over);
    case 'unclear':
      return refuse(c, unclear);
  }
}

export const bookings = new Hono<App>()
  .post('/', async (c) => {
    const body = await readJson(c, bookingSchema);
    if (!body.ok) return refuse(c, body.refusal);
    const { answers, ...request } = body.value;
    const now = new Date();
    // A repeated request is not counted again.
    const refused =
      !(await findBooking(c.env.DB, request.id)) && (await callAllowed(c, request.email, now));
    if (refused) return refuse(c, refused);
    const result = await calendarOf(c.env).book(
      { ...request, ...(answers && { answers: onPath(answers) }) },
      now,
    );
    switch (result.outcome) {
      case 'booked':
        c.executionCtx.waitUntil(kick(c.env));
        return booked(c, result.booking, result.repeated ? 200 : 201);
      case 'taken':
        return taken(c);
      case 'unoffered':
        return refuse(c, unoffered);
      case 'different':
        return refuse(c, different);
      case 'unclear':
        return refuse(c, unclear);
    }
  })
  .post('/show', async (c) => {
    const body = await readJson(c, cancelSchema);
    if (!body.ok) return refuse(c, body.refusal);
    const booking = await opened(c, body.value.token);
    return 'message' in booking ? refuse(c, booking) : booked(c, booking);
  })
  .post('/cancel', async (c) => {
    const body = await readJson(c, cancelSchema);
    if (!body.ok) return refuse(c, body.refusal);
    const booking = await opened(c, body.value.token);
    if ('message' in booking) return refuse(c, booking);
    return changed(c, await calendarOf(c.env).cancel(booking, new Date()));
  })
  .post('/move', async (c) => {
    const body = await readJson(c, moveSchema);
    if (!body.ok) return refuse(c, body.refusal);
    const booking = await opened(c, body.value.token);
    if ('message' in booking) return refuse(c, booking);
    if (booking.sequence >= limits.moves) return refuse(c, movedOften);
    return changed(c, await calendarOf(c.env).move(booking, body.value.start, new Date()));
  });
