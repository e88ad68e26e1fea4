import { SLOW_SECONDS } from '#src/capacity/rating.ts';
import { LoadRuler } from '#src/ui/LoadRuler.tsx';
import type { Report } from './report.ts';
import { bandSentence, sustainedSentence, todaySentence } from './words.ts';
import './curve.css';

/** How long a screen takes as more people come, today and when all is repaired. */
export function Curve({ report }: { readonly report: Report }) {
  const { load, repaired, curve, plan } = report;
  const mended = plan.length > 0;
  const notes = [bandSentence(load), sustainedSentence(report), todaySentence(report)].filter(
    Boolean,
  );
  return (
    <section className="sheet-part" aria-labelledby="curve-title">
      <h2 id="curve-title">The more people, the longer a screen takes</h2>
      <figure className="curve">
        <LoadRuler
          load={load}
          repaired={mended ? repaired : undefined}
          curves={{ today: curve.today, repaired: mended ? curve.repaired : undefined }}
          slow={SLOW_SECONDS}
        />
        <figcaption className="curve-legend small quiet">
          <span className="curve-key curve-key-today">today</span>
          {mended && <span className="curve-key curve-key-repaired">when all is repaired</span>}
          <span>
            The dotted line is {SLOW_SECONDS} seconds, for the slowest one in twenty screens: more
            is too slow. The yellow bar is where the load lies.
          </span>
        </figcaption>
      </figure>
      <p className="sheet-note">{notes.join(' ')}</p>
    </section>
  );
}
