import { useState } from 'react';
import { Field } from '#src/ui/Field.tsx';
import { Code } from './Code.tsx';
import { Copy } from '#src/ui/Copy.tsx';
import { PARTS, SLOWEST, statement } from './query/statement.ts';

interface Props {
  readonly onResult: (text: string) => void;
  readonly onDump: (text: string) => void;
}

interface FormProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly onText: (text: string) => void;
}

function PasteForm({ id, label, hint, button, onText }: FormProps) {
  const [error, setError] = useState<string>();
  return (
    <form
      className="scan-paste"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get(id) ?? '').trim();
        setError(text ? undefined : 'Paste the text into the box first.');
        if (text) onText(text);
        else document.getElementById(id)?.focus();
      }}
    >
      <Field id={id} label={label} hint={hint} error={error}>
        {(props) => <textarea {...props} name={id} rows={5} spellCheck={false} />}
      </Field>
      <button className="button button-ink" type="submit">
        {button}
      </button>
    </form>
  );
}

/** For what the code does not tell: the database itself, by one statement or by a dump of its schema. */
export function Paste({ onResult, onDump }: Props) {
  const [slowest, setSlowest] = useState(true);
  const sql = statement(slowest);
  return (
    <div className="scan-more">
      <details>
        <summary>Ask the database itself: one statement</summary>
        <p>
          Your code says what is asked for; the database knows how much is there. Run this in your
          database’s editor (in Supabase: SQL Editor), then paste the answer below. It only reads,
          and it reads no row of your tables.
        </p>
        <label className="scan-check">
          <input
            type="checkbox"
            checked={slowest}
            onChange={(event) => setSlowest(event.target.checked)}
          />
          With the slowest statements. Untick it if the editor knows no “pg_stat_statements”.
        </label>
        <Code text={sql} label="The statement" />
        <Copy text={sql} label="Copy the statement" />
        <details>
          <summary>What each part is for</summary>
          <ol className="scan-parts">
            {[...PARTS.slice(0, -1), ...(slowest ? [SLOWEST] : []), ...PARTS.slice(-1)].map(
              ({ sql: part, says }) => (
                <li key={says}>
                  <p>{says}</p>
                  <code>
                    {part.trim().split('\n')[0]?.replace(/^,$/, '') ||
                      part.trim().split('\n')[1]?.trim()}{' '}
                    …
                  </code>
                </li>
              ),
            )}
          </ol>
        </details>
        <PasteForm
          id="result"
          label="Its answer"
          hint="The whole answer, from { to }."
          button="Read the answer"
          onText={onResult}
        />
      </details>
      <details>
        <summary>Or paste a dump of the schema</summary>
        <PasteForm
          id="dump"
          label="Schema as SQL"
          hint="What pg_dump --schema-only or your tool’s export gives."
          button="Read the schema"
          onText={onDump}
        />
      </details>
    </div>
  );
}
