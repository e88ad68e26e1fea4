import '#src/ui/chip.css';
import type { Asked } from './asked.ts';
import { type Size, SIZES, type Sizes } from './size.ts';

interface Props {
  /** Tables of which nobody but the visitor knows how long they get. */
  readonly asked: readonly Asked[];
  readonly told: Sizes;
  readonly onTell: (table: string, size: Size | undefined) => void;
}

const LABELS: Readonly<Record<Size, string>> = {
  tens: 'Under 100',
  hundreds: 'Hundreds',
  thousands: 'Thousands',
  more: '10,000+',
};

/** Asked at once; on a phone the findings would else lie screens below. */
const FIRST = 3;

function Table({ asked, told, onTell }: Omit<Props, 'asked'> & { readonly asked: Asked }) {
  const { table, files, whole, ofCompany } = asked;
  const choices: (Size | undefined)[] = [...SIZES, undefined];
  return (
    <fieldset>
      <legend>
        <code>{table}</code>{' '}
        <span className="quiet">
          {ofCompany && 'of one shop or company, '}
          {whole ? 'read whole' : 'looked through'} in {files} {files === 1 ? 'file' : 'files'}
        </span>
      </legend>
      <div className="chips chips-small">
        {choices.map((size) => (
          <label className="chip" key={size ?? 'unsure'}>
            <input
              type="radio"
              name={`size-${table}`}
              checked={told[table] === size}
              onChange={() => onTell(table, size)}
            />
            <b>{size ? LABELS[size] : 'Not sure'}</b>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What only the visitor knows: how long her lists get. */
export function Lengths({ asked, told, onTell }: Props) {
  if (asked.length === 0) return null;
  const table = (one: Asked) => <Table key={one.table} asked={one} told={told} onTell={onTell} />;
  const more = asked.slice(FIRST);
  return (
    <section className="scan-part scan-lengths" aria-labelledby="scan-lengths">
      <h2 id="scan-lengths">How long do these lists get?</h2>
      <p className="quiet">
        Your code does not say it, and it decides what hurts. Think of the users you plan for, a
        year from now. Tap what you know: what was found is put in order by it at once.
      </p>
      {asked.slice(0, FIRST).map(table)}
      {more.length > 0 && (
        <details>
          <summary>
            {more.length} more {more.length === 1 ? 'list' : 'lists'}
          </summary>
          {more.map(table)}
        </details>
      )}
    </section>
  );
}
