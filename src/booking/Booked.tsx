import { useEffect, useRef } from 'react';
import { type BookedCall, managePath } from './api.ts';
import { tellTime } from './time.ts';

interface Props {
  readonly booking: BookedCall;
  readonly token: string;
  readonly email?: string | undefined;
  /** Zone in which the time is told. */
  readonly timeZone: string;
  /** Takes the focus when it appears after a click, not when the page opens with it. */
  readonly announce: boolean;
}

/** The call is booked: when, what happens next, and the way to change it. */
export function Booked({ booking, token, email, timeZone, announce }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (announce) title.current?.focus();
  }, [announce]);
  const { day, from, to, zone } = tellTime(booking.start, booking.end, timeZone);
  return (
    <div className="done">
      <h3 tabIndex={-1} ref={title}>
        <span className="icon icon-check" aria-hidden="true" /> Your call is booked
      </h3>
      <p className="booked-time">
        <b>
          {day}, {from} to {to}
        </b>{' '}
        <span className="quiet">{zone}</span>
      </p>
      <p>
        {email ? (
          <>
            The confirmation goes to <b className="done-email">{email}</b>, with a file for your
            calendar.
          </>
        ) : (
          'The confirmation has a file for your calendar.'
        )}{' '}
        Something came up? <a href={`${managePath}#${token}`}>Move or cancel the call</a>.
      </p>
    </div>
  );
}
