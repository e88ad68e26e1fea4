import type { FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { FieldError } from '#src/ui/ErrorSummary.tsx';
import type { Outcome } from './request.ts';

type Refused = Extract<Outcome<unknown>, { kind: 'refused' }>;

/** Stands for the form as a whole; its error leads to the button that sends it. */
const WHOLE = 'root';

/** The id of a field's control; `send` is the button's. */
export const controlId = (form: string, field: string) => `${form}-${field}`;

/** The errors of a form in the order of its fields, each with the control that it leads to. */
export function shownErrors(
  form: string,
  fields: readonly string[],
  errors: FieldErrors,
): readonly FieldError[] {
  return [...fields, WHOLE].flatMap((name) => {
    const message = errors[name]?.message;
    const field = controlId(form, name === WHOLE ? 'send' : name);
    return typeof message === 'string' && message ? [{ field, message }] : [];
  });
}

/** Puts what the server refuses beside the fields that it names, or else at the form. */
export function takeRefusal<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  fields: readonly Path<Values>[],
  { fields: named, message }: Refused,
): void {
  const known = fields.filter((field) => named[field]);
  for (const field of known) form.setError(field, { message: named[field] ?? message });
  if (known.length === 0) form.setError(WHOLE, { message });
}
