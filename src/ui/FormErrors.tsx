import { useEffect, useRef } from 'react';
import { ErrorSummary, type FieldError } from './ErrorSummary.tsx';

interface Props {
  readonly errors: readonly FieldError[];
  /** Counts the tries to send: each one that fails moves the focus here. */
  readonly tries: number;
}

const PREFIX = 'Error: ';

/** The error summary of a form that is sent; the page's title says that there is an error, too. */
export function FormErrors({ errors, tries }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const wrong = errors.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each try moves the focus there again
  useEffect(() => box.current?.focus(), [tries, wrong]);

  useEffect(() => {
    if (!wrong) return;
    const title = document.title;
    document.title = PREFIX + title;
    return () => {
      document.title = title;
    };
  }, [wrong]);

  return <ErrorSummary box={box} errors={errors} />;
}
