import { useEffect, useState } from 'react';
import { Booking } from '#src/booking/Booking.tsx';
import { TheirCalendar } from '#src/booking/TheirCalendar.tsx';
import { Trouble } from '#src/lead/Trouble.tsx';
import { Boundary } from '#src/ui/Boundary.tsx';

/** Written into the page by the Worker where a calendar link is set. */
const linkHere = () =>
  document.querySelector<HTMLMetaElement>('meta[name="calendar-link"]')?.content;

/** Booking without a report. */
export function BookIsland() {
  const [link, setLink] = useState<string | null>();
  useEffect(() => setLink(linkHere() ?? null), []);
  return (
    <Boundary fallback={<Trouble what="The free times cannot be shown here." />}>
      {link === undefined ? (
        <p className="times-wait quiet" role="status">
          Looking up the free times…
        </p>
      ) : link ? (
        <TheirCalendar link={link} />
      ) : (
        <Booking />
      )}
    </Boundary>
  );
}
