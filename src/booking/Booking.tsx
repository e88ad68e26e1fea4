import { useState } from 'react';
import { readDraft, saveDraft } from '#src/lead/draft.ts';
import type { Answers } from '#src/quiz/answers.ts';
import type { BookingAnswer } from './api.ts';
import { Booked } from './Booked.tsx';
import { BookingForm } from './BookingForm.tsx';
import { NoTimes } from './NoTimes.tsx';
import { useFreeTimes, zoneHere } from './useFreeTimes.tsx';
import './booking.css';

/** The call that this tab booked, as it is kept. */
interface Kept {
  readonly booked?: BookingAnswer;
  readonly to?: string;
}

interface Props {
  /** The report that the engineer reads before the call. */
  readonly answers?: Answers | undefined;
  /** The lead of that report, once it was mailed. */
  readonly lead?: string | undefined;
  /** Stands in the note until she writes another. */
  readonly note?: string | undefined;
}

/** Books the free call in place: free times, the form, and what was booked. */
export function Booking({ answers, lead, note }: Props) {
  const [timeZone] = useState(zoneHere);
  const { times, load, renew } = useFreeTimes();
  const [kept, keep] = useState<Kept>(() => readDraft('booked'));
  const [now] = useState(() => new Date().toISOString());
  const [announce, setAnnounce] = useState(false);

  if (kept.booked && kept.booked.booking.start > now) {
    return <Booked {...kept.booked} email={kept.to} timeZone={timeZone} announce={announce} />;
  }
  if (times === undefined) {
    return (
      <p className="times-wait quiet" role="status">
        Looking up the free times…
      </p>
    );
  }
  if (times === 'failed') return <NoTimes onRetry={load} />;
  if (times.slots.length === 0) return <NoTimes />;
  return (
    <BookingForm
      times={times}
      timeZone={timeZone}
      answers={answers}
      lead={lead}
      note={note}
      onTaken={renew}
      onBooked={(booked, to) => {
        saveDraft('booked', { booked, to });
        setAnnounce(true);
        keep({ booked, to });
      }}
    />
  );
}
