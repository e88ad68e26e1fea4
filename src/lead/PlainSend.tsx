import { Field } from '#src/ui/Field.tsx';
import { consent } from './lead.ts';
import { TRAP } from './trap.ts';

/** Where the report goes, for the form that works without a script. */
export function PlainSend() {
  return (
    <fieldset className="plain-send">
      <legend>
        <h2>Where shall the report go?</h2>
      </legend>
      <Field id="plain-email" label="E-mail address">
        {(props) => (
          <input
            type="email"
            name="email"
            autoComplete="email"
            maxLength={254}
            required
            {...props}
          />
        )}
      </Field>
      <div hidden>
        <label>
          Leave this field empty
          <input type="text" name={TRAP} tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <label className="field-check">
        <input type="checkbox" name="consent" value={consent.version} required />
        <span>{consent.text}</span>
      </label>
      <button className="button button-primary" type="submit">
        Mail me the report
      </button>
    </fieldset>
  );
}
