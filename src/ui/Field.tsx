import type { ReactNode } from 'react';
import { FieldMessage } from './FieldMessage.tsx';
import './field.css';

/** What the control needs so that its hint and error are read out with it. */
interface ControlProps {
  readonly id: string;
  readonly className: 'field-input';
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** Renders the control with the given props: `(props) => <input type="email" {...props} />`. */
  readonly children: (props: ControlProps) => ReactNode;
}

/** Label, hint, error and control, tied together for screen readers. */
export function Field({ id, label, hint, error, optional = false, children }: Props) {
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional && <span className="field-optional"> (optional)</span>}
      </label>
      {hint && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
      <FieldMessage id={errorId} message={error} />
      {children({
        id,
        className: 'field-input',
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
    </div>
  );
}
