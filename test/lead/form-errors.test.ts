import type { UseFormReturn } from 'react-hook-form';
import { expect, it } from 'vitest';
import { shownErrors, takeRefusal } from '#src/lead/form-errors.ts';

interface Values {
  readonly email: string;
  readonly name: string;
}

const refused = (fields: Readonly<Record<string, string>>) => ({
  kind: 'refused' as const,
  status: 422,
  message: 'Change something.',
  fields,
  body: {},
});

/** What a form is told by `takeRefusal`. */
function told(fields: Readonly<Record<string, string>>) {
  const errors: Record<string, unknown> = {};
  const form = {
    setError: (name: string, error: unknown) => {
      errors[name] = error;
    },
  } as unknown as UseFormReturn<Values>;
  takeRefusal(form, ['email', 'name'], refused(fields));
  return errors;
}

it('errors stand in the order of the fields, the one of the whole form last, at its button', () => {
  const errors = {
    root: { type: 'server', message: 'Sent before.' },
    name: { type: 'server', message: 'Enter your name' },
    email: { type: 'server', message: 'Enter your address' },
  };
  expect(shownErrors('lead', ['email', 'name'], errors)).toEqual([
    { field: 'lead-email', message: 'Enter your address' },
    { field: 'lead-name', message: 'Enter your name' },
    { field: 'lead-send', message: 'Sent before.' },
  ]);
  expect(shownErrors('lead', ['email', 'name'], {})).toEqual([]);
});

it('a refusal stands beside the fields that it names', () => {
  expect(told({ email: 'Enter another address' })).toEqual({
    email: { message: 'Enter another address' },
  });
});

it('a refusal of what the form does not show stands at the form', () => {
  expect(told({ 'answers.rows': 'Choose one' })).toEqual({
    root: { message: 'Change something.' },
  });
  expect(told({})).toEqual({ root: { message: 'Change something.' } });
});
