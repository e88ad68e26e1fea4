import { type SubmitEvent, useState } from 'react';
import type { Answers } from '#src/quiz/answers.ts';
import { Field } from '#src/ui/Field.tsx';
import { FieldMessage } from '#src/ui/FieldMessage.tsx';
import { FormErrors } from '#src/ui/FormErrors.tsx';
import { targetFrom, type TypedField, type Wrong } from './form.ts';
import type { Plan } from './plan.ts';
import { MOST_PATHS, type Target } from './target.ts';
import { whereFor } from './where.ts';

interface Props {
  readonly answers: Answers;
  readonly onReady: (target: Target, plan: Plan) => void;
}

const idOf = (field: TypedField) => `load-test-${field}`;
const host = {
  type: 'text',
  inputMode: 'url',
  autoComplete: 'off',
  autoCapitalize: 'none',
  spellCheck: false,
} as const;

/** Whose app is put under load, and what it is asked for. */
export function TargetForm({ answers, onReady }: Props) {
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const [tries, setTries] = useState(0);
  const [broken, setBroken] = useState(false);
  const where = whereFor(answers);
  const messageOf = (field: TypedField) => wrong.find((one) => one.field === field)?.message;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: TypedField) => String(data.get(field) ?? '');
    const typed = targetFrom({
      host: text('host'),
      again: text('again'),
      paths: text('paths'),
      mine: data.has('mine'),
    });
    setTries(tries + 1);
    setWrong(typed.ok ? [] : typed.wrong);
    if (!typed.ok) return;
    try {
      const { planFor } = await import('./plan.ts');
      onReady(typed.target, planFor(answers));
      setBroken(false);
    } catch {
      setBroken(true);
    }
  };

  return (
    <form className="load-test-form" noValidate onSubmit={submit}>
      <FormErrors
        tries={tries}
        errors={wrong.map(({ field, message }) => ({ field: idOf(field), message }))}
      />
      <Field
        id={idOf('host')}
        label="Address of your app"
        hint={where.host}
        error={messageOf('host')}
      >
        {(props) => <input {...host} {...props} name="host" />}
      </Field>
      <Field
        id={idOf('again')}
        label="The same address again"
        hint="Typed, not pasted: a slip of the hand would put somebody else’s site under load."
        error={messageOf('again')}
      >
        {(props) => <input {...host} {...props} name="again" />}
      </Field>
      <Field
        id={idOf('paths')}
        label="What one screen asks for"
        hint={`One path a line, ${MOST_PATHS} at most. ${where.paths}`}
        error={messageOf('paths')}
      >
        {(props) => (
          // What stands there to begin with follows from the answers.
          <textarea
            key={where.start}
            {...props}
            name="paths"
            rows={3}
            spellCheck={false}
            defaultValue={where.start}
          />
        )}
      </Field>
      <div className={messageOf('mine') ? 'field field-wrong' : 'field'}>
        <FieldMessage id={`${idOf('mine')}-error`} message={messageOf('mine')} />
        <label className="field-check">
          <input
            type="checkbox"
            id={idOf('mine')}
            name="mine"
            {...(messageOf('mine') && {
              'aria-invalid': true,
              'aria-describedby': `${idOf('mine')}-error`,
            })}
          />
          <span>This app is mine, and whoever hosts it permits the test.</span>
        </label>
      </div>
      <button className="button button-ink" type="submit">
        Make the script
      </button>
      {broken && (
        <p role="alert">
          <b>The script could not be made.</b> Check your connection and press the button again.
        </p>
      )}
    </form>
  );
}
