import { useEffect, useRef, useState } from 'react';
import { Failed } from '#src/lead/Failed.tsx';
import type { Outcome } from '#src/lead/request.ts';
import type { BookingAnswer } from './api.ts';
import { cancelBooking } from './client.ts';
import { MoveForm } from './MoveForm.tsx';
import { tellTime } from './time.ts';
import { zoneHere } from './useFreeTimes.tsx';

interface Props {
  readonly call: BookingAnswer;
  /** It was moved here a moment ago. */
  readonly moved: boolean;
  readonly onChanged: (call: BookingAnswer) => void;
}

/** A booked call, and what can be done with it: move it, or cancel it after one more question. */
export function CallChange({ call, moved, onChanged }: Props) {
  const [doing, setDoing] = useState<'nothing' | 'moving' | 'cancelling'>('nothing');
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<BookingAnswer>>();
  const [timeZone] = useState(zoneHere);
  const { day, from, to, zone } = tellTime(call.booking.start, call.booking.end, timeZone);

  const title = useRef<HTMLHeadingElement>(null);
  const step = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step moves the focus to its heading
  useEffect(() => (step.current ?? title.current)?.focus(), [doing]);

  const cancel = async () => {
    if (sending) return;
    setSending(true);
    const result = await cancelBooking(call.token);
    setSending(false);
    if (result.kind === 'done') onChanged(result.answer);
    else setOutcome(result);
  };
  const keep = () => {
    setOutcome(undefined);
    setDoing('nothing');
  };

  return (
    <section className="call-part">
      <p className="eyebrow">Your call</p>
      <h2 tabIndex={-1} ref={title}>
        {day}, {from} to {to}
      </h2>
      <p className="quiet">{zone}</p>
      {moved && (
        <p className="done" role="status">
          The call is moved. A new confirmation is on its way to you.
        </p>
      )}
      {doing === 'nothing' && (
        <div className="call-ways">
          <button className="button button-ink" type="button" onClick={() => setDoing('moving')}>
            Move to another time
          </button>
          <button
            className="button button-outline"
            type="button"
            onClick={() => setDoing('cancelling')}
          >
            Cancel the call
          </button>
        </div>
      )}
      {doing === 'moving' && (
        <div className="panel call-part">
          <h3 tabIndex={-1} ref={step}>
            Move the call
          </h3>
          <MoveForm token={call.token} timeZone={timeZone} onMoved={onChanged} onKeep={keep} />
        </div>
      )}
      {doing === 'cancelling' && (
        <div className="panel call-part">
          <h3 tabIndex={-1} ref={step}>
            Cancel the call?
          </h3>
          <p>The time goes back to others. You can book another one at any time.</p>
          {outcome?.kind === 'failed' && (
            <Failed what="The call could not be cancelled." reference={outcome.reference} />
          )}
          {outcome?.kind === 'refused' && (
            <p className="field-error" role="alert">
              {outcome.message}
            </p>
          )}
          <div className="call-ways">
            <button
              className="button button-ink"
              type="button"
              aria-disabled={sending}
              onClick={cancel}
            >
              {sending ? 'Cancelling…' : 'Yes, cancel it'}
            </button>
            <button className="button button-outline" type="button" onClick={keep}>
              No, keep it
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
