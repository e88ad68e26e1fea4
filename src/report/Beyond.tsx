import { beyondSentence, beyondWords } from './beyond-words.ts';
import { Grade } from './Grade.tsx';
import type { Report } from './report.ts';
import './defects.css';

/** What gives below the target whatever is repaired, and what holds more. Nothing where the repairs suffice. */
export function Beyond({ report }: { readonly report: Report }) {
  if (report.beyond.length === 0) return null;
  return (
    <section className="sheet-part" aria-labelledby="beyond-title">
      <h2 id="beyond-title">What no repair here mends</h2>
      <ol className="defects">
        {report.beyond.map((one) => {
          const { title, means, steps } = beyondWords(one, report.answers);
          return (
            <li key={one.area} className="defect">
              <div className="defect-grade">
                <Grade grade={one.grade} />
              </div>
              <div className="defect-words">
                <h3>{title}</h3>
                <p>{means}</p>
                <p className="quiet small">{beyondSentence(report, one)}</p>
                <ul>
                  {steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ul>
                <p>
                  <a href="/scaling-issues/#architecture">What comes after the repairs</a>
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
