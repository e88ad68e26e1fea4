import { type RefObject, useEffect, useRef } from 'react';
import './error-summary.css';

export interface FieldError {
  /** The id of the control to mend; the link moves there. */
  readonly field: string;
  readonly message: string;
}

interface Props {
  readonly title?: string;
  readonly errors: readonly FieldError[];
  /** Given by who wants to move the focus here again, after another try. */
  readonly box?: RefObject<HTMLDivElement | null>;
}

/** What is to be mended, each as a link to its control. Takes the focus when it appears; nothing without errors. */
export function ErrorSummary({ title = 'There is something to mend', errors, box }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const ref = box ?? own;
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown) ref.current?.focus();
  }, [shown, ref]);
  if (!shown) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={ref}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
