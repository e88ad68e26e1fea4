import type { InputHTMLAttributes, PointerEvent, ReactNode, Ref } from 'react';
import { FieldMessage } from '#src/ui/FieldMessage.tsx';
import '#src/ui/radio-card.css';
import { choicesOf } from './choices.ts';
import type { Step } from './path.ts';

/** The id of a choice's radio button. */
export const choiceId = (question: string, value: string) => `${question}-${value}`;

/** More short answers than this stand in two columns where there is room. */
const MANY = 7;

interface Props {
  readonly step: Step;
  /** What ties a radio button to its form; the plain form needs its name only. */
  readonly field?: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };
  readonly error?: string | undefined;
  readonly heading?: Ref<HTMLHeadingElement>;
  readonly onPointerDown?: (event: PointerEvent) => void;
  /** A line more under the help. */
  readonly children?: ReactNode;
}

/** One question with its answers as cards; the same markup for the plain form and for a step. */
export function QuestionFields({ step, field, error, heading, onPointerDown, children }: Props) {
  const choices = choicesOf(step);
  const helpId = `${step.id}-help`;
  const errorId = `${step.id}-error`;
  const described = [step.help && helpId, error && errorId].filter(Boolean).join(' ');
  return (
    <fieldset className="question" {...(described && { 'aria-describedby': described })}>
      <legend>
        <h2 tabIndex={-1} ref={heading}>
          {step.title}
        </h2>
      </legend>
      {step.help && (
        <p className="question-help" id={helpId}>
          {step.help}
        </p>
      )}
      {children}
      <FieldMessage id={errorId} message={error} />
      <div className="radio-cards" data-many={choices.length > MANY} onPointerDown={onPointerDown}>
        {choices.map(({ value, label, hint, key }) => (
          <label className="radio-card" key={value}>
            <input
              type="radio"
              id={choiceId(step.id, value)}
              value={value}
              name={step.id}
              {...field}
            />
            <span className="radio-card-text">
              <b>{label}</b>
              {hint && <small>{hint}</small>}
            </span>
            <span className="key" aria-hidden="true">
              {key}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
