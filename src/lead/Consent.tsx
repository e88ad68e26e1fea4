import type { InputHTMLAttributes } from 'react';
import { FieldMessage } from '#src/ui/FieldMessage.tsx';
import { consent } from './lead.ts';

interface Props {
  readonly id: string;
  readonly error?: string | undefined;
  readonly field: InputHTMLAttributes<HTMLInputElement>;
}

/** The box that she ticks to agree, with the sentence that she agrees to. */
export function Consent({ id, error, field }: Props) {
  const errorId = `${id}-error`;
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <FieldMessage id={errorId} message={error} />
      <label className="field-check">
        <input
          type="checkbox"
          id={id}
          value={consent.version}
          {...(error && { 'aria-invalid': true, 'aria-describedby': errorId })}
          {...field}
        />
        <span>
          {consent.text} <a href="/privacy/">What we keep</a>
        </span>
      </label>
    </div>
  );
}
