import { Booking } from '#src/booking/Booking.tsx';
import { Trouble } from '#src/lead/Trouble.tsx';
import { Boundary } from '#src/ui/Boundary.tsx';

/** Booking without a report. */
export function BookIsland() {
  return (
    <Boundary fallback={<Trouble what="The free times cannot be shown here." />}>
      <Booking />
    </Boundary>
  );
}
