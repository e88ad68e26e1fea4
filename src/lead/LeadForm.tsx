import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Answers } from '#src/quiz/answers.ts';
import { Field } from '#src/ui/Field.tsx';
import { FormErrors } from '#src/ui/FormErrors.tsx';
import { z } from '#src/zod.ts';
import { Consent } from './Consent.tsx';
import { readDraft, requestId, saveDraft } from './draft.ts';
import { Failed } from './Failed.tsx';
import { controlId, shownErrors, takeRefusal } from './form-errors.ts';
import { rememberedFrom } from './from.ts';
import { leadSchema } from './lead.ts';
import { Sent } from './Sent.tsx';
import { sendLead } from './send.ts';
import { beginWork, workDone } from './work.ts';
import './lead.css';

const contactSchema = z.pick(leadSchema, { email: true, name: true, consent: true });
type Contact = z.infer<typeof contactSchema>;

const FIELDS = ['email', 'name', 'consent'] as const;
const idOf = (field: string) => controlId('lead', field);

/** What the tab keeps of this form; `about` says which report was mailed to `sent`, as which lead. */
type Draft = Partial<Contact> & {
  readonly sent?: string;
  readonly about?: string;
  readonly lead?: string;
};

interface Props {
  readonly answers: Answers;
  /** Told the id once the report is mailed. */
  readonly onSent: (lead: string) => void;
}

/** "Mail me this report". */
export function LeadForm({ answers, onSent }: Props) {
  const about = JSON.stringify(answers);
  const [draft] = useState<Draft>(() => readDraft('lead'));
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open');
  const [reference, setReference] = useState<string>();
  const [sentTo, setSentTo] = useState(draft.about === about ? draft.sent : undefined);
  const form = useForm<Contact>({
    defaultValues: { email: draft.email ?? '', name: draft.name ?? '' },
    resolver: zodResolver(contactSchema),
    shouldFocusError: false,
  });
  const { errors, submitCount } = form.formState;

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => saveDraft('lead', { email: values.email, name: values.name }),
      }),
    [form],
  );

  useEffect(() => {
    if (draft.about === about && draft.lead) onSent(draft.lead);
  }, [draft, about, onSent]);

  const submit = form.handleSubmit(async ({ email, name, consent }) => {
    if (state === 'sending') return;
    setState('sending');
    const content = { answers, email, ...(name && { name }), consent };
    const id = requestId('lead', content);
    const outcome = await sendLead({ id, ...content, from: rememberedFrom() }, await workDone());
    if (outcome.kind === 'done') {
      saveDraft('lead', { sent: email, about, lead: id, token: outcome.answer.token });
      setSentTo(email);
      onSent(id);
    }
    if (outcome.kind === 'refused') takeRefusal(form, FIELDS, outcome);
    setReference(outcome.kind === 'failed' ? outcome.reference : undefined);
    setState(outcome.kind === 'failed' ? 'failed' : 'open');
  });

  if (sentTo !== undefined) return <Sent email={sentTo} onAgain={() => setSentTo(undefined)} />;
  const sending = state === 'sending';
  return (
    <form className="lead-form" noValidate onFocus={beginWork} onSubmit={submit}>
      <FormErrors tries={submitCount} errors={shownErrors('lead', FIELDS, errors)} />
      <Field id={idOf('email')} label="E-mail address" error={errors.email?.message}>
        {(props) => (
          <input
            type="email"
            autoComplete="email"
            inputMode="email"
            {...form.register('email')}
            {...props}
          />
        )}
      </Field>
      <Field id={idOf('name')} label="Name" optional error={errors.name?.message}>
        {(props) => <input type="text" autoComplete="name" {...form.register('name')} {...props} />}
      </Field>
      <Consent
        id={idOf('consent')}
        error={errors.consent?.message}
        field={form.register('consent')}
      />
      {state === 'failed' && <Failed what="The report could not be sent." reference={reference} />}
      <button
        className="button button-ink button-wide"
        type="submit"
        id={idOf('send')}
        aria-disabled={sending}
      >
        {sending ? 'Sending…' : state === 'failed' ? 'Try again' : 'Mail me this report'}
      </button>
    </form>
  );
}
