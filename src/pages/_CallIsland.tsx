import { Call } from '#src/booking/Call.tsx';
import { Trouble } from '#src/lead/Trouble.tsx';
import { Boundary } from '#src/ui/Boundary.tsx';

/** The booked call of a signed link. */
export function CallIsland() {
  return (
    <Boundary fallback={<Trouble what="Your call cannot be shown here." />}>
      <Call />
    </Boundary>
  );
}
