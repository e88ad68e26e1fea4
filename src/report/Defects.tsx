import { DefectItem } from './DefectItem.tsx';
import { gravest } from './gravest.ts';
import type { Report } from './report.ts';
import './defects.css';

/** Every defect, the gravest first. */
export function Defects({ report }: { readonly report: Report }) {
  const all = gravest(report);
  return (
    <section className="sheet-part" aria-labelledby="defects-title">
      <h2 id="defects-title">
        {all.length === 0
          ? 'No defects in what you told us'
          : `${all.length} ${all.length === 1 ? 'defect' : 'defects'}`}
      </h2>
      {all.length > 0 && (
        <ol className="defects">
          {all.map((told) => (
            <DefectItem key={told.defect.repair} {...told} answers={report.answers} />
          ))}
        </ol>
      )}
    </section>
  );
}
