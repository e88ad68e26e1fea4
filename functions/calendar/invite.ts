import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { site } from '#src/site.ts';
import type { StoredBooking } from '#functions/store/bookings.ts';
import type { Attachment } from '#functions/mail/mailer.ts';

/**
 * The call as a calendar file. The same booking at the same sequence gives the same file: every time
 * in it is the booking's own. Calendars take a higher sequence of the same UID as a change.
 * @param link where she moves or cancels it
 */
export function invite(booking: StoredBooking, link: string): Attachment {
  const cancelled = booking.state === 'cancelled';
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({
    prodId: { company: site.name, product: 'Calls', language: 'EN' },
    method,
  });
  const guest = (name: string, email: string) => ({
    name,
    email,
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  });
  calendar.createEvent({
    // Another calendar has sent its own file: the same name makes both one event.
    id: booking.uid.includes('@') ? booking.uid : `${booking.uid}@${new URL(site.url).hostname}`,
    sequence: booking.sequence,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: new Date(booking.changedAt),
    created: new Date(booking.createdAt),
    lastModified: new Date(booking.changedAt),
    start: new Date(booking.startsAt),
    end: new Date(booking.endsAt),
    summary: `${site.name}: free call about your app`,
    location: site.call.where,
    description: cancelled ? 'This call was cancelled.' : `Move or cancel this call: ${link}`,
    organizer: { name: site.name, email: site.contact.email },
    attendees: [guest(booking.name, booking.email), guest(site.name, site.contact.owner)],
  });
  // The library leaves the last line open; the format wants every line ended.
  const bytes = new TextEncoder().encode(`${calendar.toString()}\r\n`);
  return {
    filename: 'call.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: bytes.toBase64(),
  };
}
