import { startTransition, useCallback, useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type Answers, knownAnswers } from './answers.ts';

/**
 * The answers of the form. A card shows by itself that it is chosen; the rest of the page follows when
 * the browser has painted that, or at once when it is told to `settle`.
 */
export function useAnswers(form: UseFormReturn<Answers>) {
  const [answers, set] = useState(() => knownAnswers(form.getValues()));
  const settle = useCallback(() => set(knownAnswers(form.getValues())), [form]);
  useEffect(
    () => form.subscribe({ formState: { values: true }, callback: () => startTransition(settle) }),
    [form, settle],
  );
  return [answers, settle] as const;
}
