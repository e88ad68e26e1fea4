import { useCallback, useEffect, useState } from 'react';
import { forgetDraft } from '#src/lead/draft.ts';
import { Failed } from '#src/lead/Failed.tsx';
import type { Outcome } from '#src/lead/request.ts';
import type { BookingAnswer } from './api.ts';
import { CallChange } from './CallChange.tsx';
import { CallEnd } from './CallEnd.tsx';
import { showBooking } from './client.ts';
import './booking.css';

const NO_LINK =
  'Open the link in the mail that confirmed your call. It leads here and shows the call.';

/** The call of a signed link, whose token stands in the address after the `#`. */
export function Call() {
  const [token, setToken] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome<BookingAnswer>>();
  const [moved, setMoved] = useState(false);

  const load = useCallback(async (of: string) => {
    setOutcome(undefined);
    setOutcome(await showBooking(of));
  }, []);

  useEffect(() => {
    const read = () => setToken(location.hash.slice(1));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  useEffect(() => {
    if (token) load(token);
  }, [token, load]);

  if (token === '') return <CallEnd title="Which call?" text={NO_LINK} />;
  if (!token || !outcome) {
    return (
      <p className="quiet" role="status">
        Looking up your call…
      </p>
    );
  }
  if (outcome.kind === 'failed') {
    return (
      <div className="call-part">
        <Failed what="Your call could not be looked up." reference={outcome.reference} />
        <button className="button button-ink" type="button" onClick={() => load(token)}>
          Try again
        </button>
      </div>
    );
  }
  if (outcome.kind === 'refused') {
    return <CallEnd title="This link does not open a call" text={outcome.message} />;
  }

  const { booking } = outcome.answer;
  if (booking.state === 'cancelled') {
    return <CallEnd title="Your call is cancelled" text="The time is free for others again." />;
  }
  if (booking.start <= new Date().toISOString()) {
    return <CallEnd title="This call is over" text="It can no longer be moved or cancelled." />;
  }
  return (
    <CallChange
      key={booking.start}
      call={outcome.answer}
      moved={moved}
      onChanged={(answer) => {
        forgetDraft('booked');
        setMoved(true);
        setOutcome({ kind: 'done', answer });
      }}
    />
  );
}
