import { type SubmitEvent, useState } from 'react';
import { Failed } from '#src/lead/Failed.tsx';
import { FormErrors } from '#src/ui/FormErrors.tsx';
import type { BookingAnswer } from './api.ts';
import { moveSchema } from './booking.ts';
import { moveBooking, timesLeft } from './client.ts';
import { shortTime } from './days.ts';
import { NoTimes } from './NoTimes.tsx';
import { Times } from './Times.tsx';
import { useFreeTimes } from './useFreeTimes.tsx';

const ID = 'move-start';

interface Props {
  readonly token: string;
  readonly timeZone: string;
  readonly onMoved: (call: BookingAnswer) => void;
  readonly onKeep: () => void;
}

/** Another time for a booked call. */
export function MoveForm({ token, timeZone, onMoved, onKeep }: Props) {
  const { times, load, renew } = useFreeTimes();
  const [start, choose] = useState<string>();
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open');
  const [reference, setReference] = useState<string>();
  const [wrong, setWrong] = useState<{ readonly message: string; readonly tries: number }>();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (state === 'sending') return;
    const tries = (wrong?.tries ?? 0) + 1;
    const parsed = moveSchema.safeParse({ token, start });
    if (!parsed.success) {
      setWrong({ message: parsed.error.issues[0]?.message ?? '', tries });
      return;
    }
    setState('sending');
    const outcome = await moveBooking(token, parsed.data.start);
    setState(outcome.kind === 'failed' ? 'failed' : 'open');
    setReference(outcome.kind === 'failed' ? outcome.reference : undefined);
    if (outcome.kind === 'done') onMoved(outcome.answer);
    if (outcome.kind !== 'refused') return;
    const left = timesLeft(outcome);
    if (left) {
      await renew(left);
      choose(undefined);
    }
    setWrong({ message: outcome.message, tries });
  };

  if (times === undefined) {
    return (
      <p className="quiet" role="status">
        Looking up the free times…
      </p>
    );
  }
  if (times === 'failed') return <NoTimes onRetry={load} />;
  if (times.slots.length === 0) return <NoTimes />;
  return (
    <form className="booking-form" noValidate onSubmit={submit}>
      <FormErrors
        tries={wrong?.tries ?? 0}
        errors={wrong ? [{ field: ID, message: wrong.message }] : []}
      />
      <Times
        id={ID}
        slots={times.slots}
        timeZone={timeZone}
        chosen={start}
        error={wrong?.message}
        onChoose={(chosen) => {
          choose(chosen);
          setWrong(undefined);
        }}
      />
      {state === 'failed' && <Failed what="The call could not be moved." reference={reference} />}
      <div className="call-ways">
        <button className="button button-ink" type="submit" aria-disabled={state === 'sending'}>
          {state === 'sending'
            ? 'Moving…'
            : start
              ? `Move to ${shortTime(start, timeZone)}`
              : 'Move the call'}
        </button>
        <button className="button button-outline" type="button" onClick={onKeep}>
          Keep the time
        </button>
      </div>
    </form>
  );
}
