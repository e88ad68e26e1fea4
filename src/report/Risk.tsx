import { Grade } from './Grade.tsx';
import { Hundred } from './Hundred.tsx';
import type { Report } from './report.ts';
import { areaSentence, areaWords, planned, riskSentence } from './words.ts';
import './risk.css';

/** The risk score, overall and by area. */
export function Risk({ report }: { readonly report: Report }) {
  const { risk, areas } = report;
  return (
    <section className="sheet-part" aria-labelledby="risk-title">
      <h2 id="risk-title">Risk score: {risk} of 100</h2>
      <div className="risk">
        <div className="risk-score">
          <Hundred broken={risk} />
          <p>{riskSentence(report)}</p>
        </div>
        <table className="risk-areas">
          <caption className="hidden-visually">Grade and risk of each area</caption>
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">Grade</th>
              <th scope="col">
                Breaks, <span className="number">of 100</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ area, risk: part, grade }) => (
              <tr key={area}>
                <th scope="row">
                  {areaWords[area].name}
                  <small>{areaWords[area].about}</small>
                </th>
                <td>
                  <Grade grade={grade} />
                </td>
                <td className="risk-part">
                  <span className="number" aria-hidden="true">
                    {grade === 'unchecked' && part === 0 ? '–' : part}
                  </span>
                  <span className="hidden-visually">{areaSentence(report, area)}</span>
                  <svg className="risk-bar" width="100%" height="6" aria-hidden="true">
                    <rect width="100%" height="6" />
                    <rect className="risk-bar-part" width={`${part}%`} height="6" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="sheet-note small">
        How to read it: of 100 apps with your answers, so many give below {planned(report)} users at
        once because of this area. One app can break in more than one area, so the areas do not add
        up to the score.
      </p>
    </section>
  );
}
