import { useEffect, useMemo, useState } from 'react';
import { compare } from './compare.ts';
import { forgetEarlier, isSameApp, keepReport, readEarlier } from './earlier.ts';
import type { Report } from './report.ts';
import { planned } from './words.ts';
import './compare.css';

const dayWords = (day: string) =>
  new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const Defects = ({ title, names }: { readonly title: string; readonly names: readonly string[] }) =>
  names.length > 0 && (
    <div>
      <h3>{title}</h3>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );

interface Props {
  readonly report: Report;
  readonly day: Date;
}

/** Before and after: this report beside an earlier one of this device. Nothing where there is none. */
export function Compare({ report, day }: Props) {
  const [kept, setKept] = useState(readEarlier);
  const [chosen, choose] = useState(0);
  const others = kept.filter(({ answers }) => !isSameApp(answers, report.answers));
  const other = others[chosen] ?? others[0];
  useEffect(() => {
    keepReport({ day: day.toISOString().slice(0, 10), answers: report.answers });
  }, [day, report.answers]);
  const told = useMemo(() => other && compare(other.answers, report), [other, report]);
  if (!other || !told) return null;
  return (
    <section className="sheet-part" aria-labelledby="compare-title">
      <h2 id="compare-title">Before and after</h2>
      <p className="field">
        <label className="field-label" htmlFor="compare-with">
          Compare with your report of
        </label>
        <select
          className="field-input"
          id="compare-with"
          value={others.indexOf(other)}
          onChange={({ target }) => choose(Number(target.value))}
        >
          {others.map((one, at) => (
            <option key={JSON.stringify(one)} value={at}>
              {dayWords(one.day)}
              {others.length > 1 && `, ${others.length - at} of ${others.length}`}
            </option>
          ))}
        </select>
      </p>
      <table className="compare">
        <thead>
          <tr>
            <td />
            <th scope="col">{dayWords(other.day)}</th>
            <th scope="col">This report</th>
          </tr>
        </thead>
        <tbody>
          {told.rows.map(({ name, before, now }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="compare-defects">
        <Defects title="Repaired since" names={told.gone} />
        <Defects title="New" names={told.added} />
        <Defects title="Still there" names={told.left} />
      </div>
      <p className="quiet small">
        Both are rated by model {report.model} for {planned(report)} users at once. Earlier reports
        stay in this browser only.{' '}
        <button
          className="compare-forget"
          type="button"
          onClick={() => {
            forgetEarlier();
            setKept([]);
          }}
        >
          Forget the earlier ones
        </button>
      </p>
    </section>
  );
}
