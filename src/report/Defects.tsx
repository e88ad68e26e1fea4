import { DefectItem } from './DefectItem.tsx';
import { GRADES, type Report } from './report.ts';
import './defects.css';

/** Every defect, the worst first; among equals in the order of the plan. */
export function Defects({ report }: { readonly report: Report }) {
  const { defects, plan } = report;
  const place = (repair: string) => {
    const at = plan.findIndex((step) => step.repair === repair);
    return at < 0 ? plan.length : at;
  };
  const sorted = [...defects].sort(
    (a, b) =>
      GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) || place(a.repair) - place(b.repair),
  );
  return (
    <section className="sheet-part" aria-labelledby="defects-title">
      <h2 id="defects-title">
        {sorted.length === 0
          ? 'No defects in what you told us'
          : `${sorted.length} ${sorted.length === 1 ? 'defect' : 'defects'}`}
      </h2>
      {sorted.length > 0 && (
        <ol className="defects">
          {sorted.map((defect) => (
            <DefectItem
              key={defect.repair}
              defect={defect}
              step={plan.find((step) => step.repair === defect.repair)}
              answers={report.answers}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
