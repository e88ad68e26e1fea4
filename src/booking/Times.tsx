import { useState } from 'react';
import { FieldMessage } from '#src/ui/FieldMessage.tsx';
import type { Slots } from './booking.ts';
import { clock, daysOf } from './days.ts';
import { tellTime } from './time.ts';
import '#src/ui/chip.css';
import './booking.css';

/** Days that are shown before "Later days" is pressed. */
const SOON = 4;

interface Props {
  readonly id: string;
  readonly slots: Slots['slots'];
  readonly timeZone: string;
  /** The chosen start, UTC. */
  readonly chosen: string | undefined;
  readonly onChoose: (start: string) => void;
  readonly error?: string | undefined;
}

/** The free times in the visitor's zone: a day, then a time on it. */
export function Times({ id, slots, timeZone, chosen, onChoose, error }: Props) {
  const days = daysOf(slots, timeZone);
  const [picked, pick] = useState<string>();
  const [all, showAll] = useState(false);
  const day =
    days.find(({ date }) => date === picked) ??
    days.find((one) => one.slots.some(({ start }) => start === chosen)) ??
    days[0];
  if (!day) return null;
  const first = day.slots[0]?.start ?? '';
  const shown = all ? days : days.slice(0, SOON);
  const errorId = `${id}-error`;
  return (
    <div className={error ? 'times field-wrong' : 'times'}>
      <fieldset>
        <legend className="field-label">Day</legend>
        <div className="chips">
          {shown.map(({ date, weekday, short }) => (
            <label className="chip" key={date}>
              <input
                type="radio"
                name={`${id}-day`}
                checked={date === day.date}
                onChange={() => pick(date)}
              />
              <b>{weekday}</b> <span>{short}</span>
            </label>
          ))}
          {!all && days.length > SOON && (
            <button className="chip chip-more" type="button" onClick={() => showAll(true)}>
              <b>Later</b> <span>days</span>
            </button>
          )}
        </div>
      </fieldset>
      <fieldset {...(error && { 'aria-describedby': errorId })}>
        <legend className="field-label">
          Time on {day.long}{' '}
          <span className="times-zone">{tellTime(first, first, timeZone).zone}</span>
        </legend>
        <FieldMessage id={errorId} message={error} />
        <div className="chips chips-small">
          {day.slots.map(({ start }, at) => (
            <label className="chip" key={start}>
              <input
                type="radio"
                id={at === 0 ? id : undefined}
                name={id}
                value={start}
                checked={start === chosen}
                onChange={() => onChoose(start)}
              />
              <b>{clock(start, timeZone)}</b>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
