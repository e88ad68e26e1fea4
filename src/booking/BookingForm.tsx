import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { readDraft, requestId, saveDraft } from '#src/lead/draft.ts';
import { Failed } from '#src/lead/Failed.tsx';
import { controlId, shownErrors, takeRefusal } from '#src/lead/form-errors.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { Field } from '#src/ui/Field.tsx';
import { FormErrors } from '#src/ui/FormErrors.tsx';
import { z } from '#src/zod.ts';
import type { BookingAnswer } from './api.ts';
import { bookingSchema, type Slots } from './booking.ts';
import { book, timesLeft } from './client.ts';
import { shortTime } from './days.ts';
import { Times } from './Times.tsx';

const formSchema = z.pick(bookingSchema, { start: true, name: true, email: true, note: true });
type Wish = z.infer<typeof formSchema>;

const FIELDS = ['start', 'name', 'email', 'note'] as const;
const idOf = (field: string) => controlId('booking', field);

interface Props {
  readonly times: Slots;
  readonly timeZone: string;
  readonly answers?: Answers | undefined;
  readonly lead?: string | undefined;
  readonly note?: string | undefined;
  /** Given the times that are left when the chosen one is taken. */
  readonly onTaken: (slots: Slots['slots']) => Promise<void>;
  readonly onBooked: (answer: BookingAnswer, email: string) => void;
}

/** A free time, and who wants it. */
export function BookingForm({
  times,
  timeZone,
  answers,
  lead,
  note: suggested,
  onTaken,
  onBooked,
}: Props) {
  const [draft] = useState<Partial<Wish>>(() => ({
    ...readDraft('lead'),
    ...readDraft('booking'),
  }));
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open');
  const [reference, setReference] = useState<string>();
  const form = useForm<Wish>({
    defaultValues: {
      name: draft.name ?? '',
      email: draft.email ?? '',
      note: draft.note ?? suggested ?? '',
    },
    resolver: zodResolver(formSchema),
    shouldFocusError: false,
  });
  const { errors, submitCount } = form.formState;
  const start = useWatch({ control: form.control, name: 'start' });

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: { name, email, note } }) =>
          saveDraft('booking', { name, email, note }),
      }),
    [form],
  );

  const submit = form.handleSubmit(async ({ note, ...who }) => {
    if (state === 'sending') return;
    setState('sending');
    const content = {
      ...who,
      timeZone,
      ...(note && { note }),
      ...(answers && { answers }),
      ...(lead && { lead }),
    };
    const outcome = await book({ id: requestId('booking', content), ...content });
    const left = timesLeft(outcome);
    if (left) await onTaken(left);
    setState(outcome.kind === 'failed' ? 'failed' : 'open');
    setReference(outcome.kind === 'failed' ? outcome.reference : undefined);
    if (outcome.kind === 'done') onBooked(outcome.answer, who.email);
    if (outcome.kind !== 'refused') return;
    if (left) {
      form.resetField('start');
      form.setError('start', { message: outcome.message });
    } else takeRefusal(form, FIELDS, outcome);
  });

  const sending = state === 'sending';
  const label = start ? `Book ${shortTime(start, timeZone)}` : 'Book the call';
  return (
    <form className="booking-form" noValidate onSubmit={submit}>
      <FormErrors tries={submitCount} errors={shownErrors('booking', FIELDS, errors)} />
      <Times
        id={idOf('start')}
        slots={times.slots}
        timeZone={timeZone}
        chosen={start}
        error={errors.start?.message}
        onChoose={(chosen) => form.setValue('start', chosen, { shouldValidate: submitCount > 0 })}
      />
      {(start || submitCount > 0) && (
        <>
          <Field id={idOf('name')} label="Name" error={errors.name?.message}>
            {(props) => (
              <input type="text" autoComplete="name" {...form.register('name')} {...props} />
            )}
          </Field>
          <Field id={idOf('email')} label="E-mail address" error={errors.email?.message}>
            {(props) => (
              <input type="email" autoComplete="email" {...form.register('email')} {...props} />
            )}
          </Field>
          <Field
            id={idOf('note')}
            label="What would you like to settle?"
            optional
            error={errors.note?.message}
          >
            {(props) => <textarea rows={3} {...form.register('note')} {...props} />}
          </Field>
          {state === 'failed' && (
            <Failed what="The call could not be booked." reference={reference} />
          )}
          <button
            className="button button-primary button-wide"
            type="submit"
            id={idOf('send')}
            aria-disabled={sending}
          >
            {sending ? 'Booking…' : state === 'failed' ? 'Try again' : label}
          </button>
        </>
      )}
    </form>
  );
}
