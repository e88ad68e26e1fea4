import { useEffect, useRef, useState } from 'react';
import { readDraft } from '#src/lead/draft.ts';
import { Booking } from './Booking.tsx';
import { openCalendar } from './embed.ts';
import './their-calendar.css';

interface Props {
  /** Address of the calendar at Cal.com. */
  readonly link: string;
}

/** Cal.com's own calendar, fetched when it is asked for; our list of times where it does not come. */
export function TheirCalendar({ link }: Props) {
  const [state, setState] = useState<'closed' | 'coming' | 'open' | 'absent' | 'list'>('closed');
  const place = useRef<HTMLDivElement>(null);
  const wanted = state === 'coming';

  useEffect(() => {
    if (!wanted || !place.current) return;
    let here = true;
    const { token } = readDraft('lead');
    openCalendar({
      link,
      into: place.current,
      lead: typeof token === 'string' ? token : undefined,
      theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    }).then((ready) => here && setState(ready ? 'open' : 'absent'));
    return () => {
      here = false;
    };
  }, [wanted, link]);

  if (state === 'closed') {
    return (
      <div className="their-calendar">
        <p>
          The calendar is kept at Cal.com and comes from there when you open it. Cal.com then sees
          your network address, and what you enter in it.
        </p>
        <div className="call-ways">
          <button
            className="button button-primary"
            type="button"
            onClick={() => setState('coming')}
          >
            Open the calendar
          </button>
          <button className="button button-outline" type="button" onClick={() => setState('list')}>
            Choose from a list instead
          </button>
        </div>
      </div>
    );
  }
  if (state === 'list') return <Booking />;
  if (state === 'absent') {
    return (
      <div className="their-calendar">
        <div className="failed" role="status">
          <p>
            <b>The calendar did not come.</b> <a href={link}>Open it at Cal.com</a>, or choose a
            time here.
          </p>
        </div>
        <Booking />
      </div>
    );
  }
  return (
    <div className="their-calendar">
      {wanted && (
        <p className="quiet" role="status">
          Opening the calendar…
        </p>
      )}
      <div ref={place} className="their-calendar-frame" />
      {!wanted && (
        <p className="quiet">
          Is something missing? <a href={link}>Open it at Cal.com</a>.
        </p>
      )}
    </div>
  );
}
