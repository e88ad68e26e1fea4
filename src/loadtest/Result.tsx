import { type SubmitEvent, useState } from 'react';
import type { Estimate } from '#src/capacity/rating.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { Field } from '#src/ui/Field.tsx';
import { type Evidence, evidenceOf } from './evidence.ts';
import { keep } from './keep.ts';
import { Outcome } from './Outcome.tsx';
import { readResult } from './result.ts';
import { RESULT_FILE } from './script.ts';

/** What was read, and what it does to the rating. */
export interface Read {
  readonly host: string;
  readonly told: Answers;
  readonly evidence: Evidence;
  readonly before: Estimate;
  readonly now: Estimate;
}

const ID = 'load-test-result';

/** What the test wrote is pasted here; what it says takes the place of what was told. */
export function Result({ answers }: { readonly answers: Answers }) {
  const [error, setError] = useState<string>();
  const [read, setRead] = useState<Read>();

  const refuse = (message: string) => {
    setError(message);
    setRead(undefined);
    document.getElementById(ID)?.focus();
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pasted = readResult(String(new FormData(event.currentTarget).get('result') ?? ''));
    if (!pasted.ok) return refuse(pasted.message);
    const { host } = pasted.result;
    const evidence = evidenceOf(pasted.result, answers);
    try {
      const { planFor } = await import('./plan.ts');
      // Only now: what cannot be rated is not kept either.
      keep(evidence, host, new Date().toISOString().slice(0, 10));
      setError(undefined);
      setRead({
        host,
        told: answers,
        evidence,
        before: planFor(answers).load,
        now: planFor(evidence.answers).load,
      });
    } catch {
      refuse('Check your connection, then press the button again: the rating could not be loaded');
    }
  };

  return (
    <>
      <form className="load-test-form" noValidate onSubmit={submit}>
        <Field
          id={ID}
          label="What the test wrote"
          hint={`The text of ${RESULT_FILE}, or all that the terminal shows since you started it. It stays on this device.`}
          error={error}
        >
          {(props) => <textarea {...props} name="result" rows={6} spellCheck={false} />}
        </Field>
        <button className="button button-ink" type="submit">
          Read the result
        </button>
      </form>
      {read && <Outcome read={read} />}
    </>
  );
}
