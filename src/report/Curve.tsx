import { SLOW_SECONDS } from '#src/capacity/rating.ts';
import { LoadRuler } from '#src/ui/LoadRuler.tsx';
import type { Report } from './report.ts';
import type { Scenario } from './scenario.ts';
import { doneWords } from './scenario-words.ts';
import { sustainedSentence, todaySentence } from './words.ts';
import './curve.css';

interface Props {
  readonly report: Report;
  readonly scenario: Scenario;
}

/** How long a screen takes as more people come, today and with the repairs that are switched on. */
export function Curve({ report, scenario }: Props) {
  const { load, curve } = report;
  const mended = scenario.repairs.length > 0;
  const notes = [sustainedSentence(report), todaySentence(report)].filter(Boolean);
  return (
    <section className="sheet-part" aria-labelledby="curve-title">
      <h2 id="curve-title">The more people, the longer a screen takes</h2>
      <figure className="curve">
        <LoadRuler
          load={load}
          repaired={mended ? scenario.load : undefined}
          curves={{ today: curve.today, repaired: mended ? scenario.curve : undefined }}
          slow={SLOW_SECONDS}
        />
        <figcaption className="curve-legend small quiet">
          <span className="curve-key curve-key-today">today</span>
          {mended && (
            <span className="curve-key curve-key-repaired">{doneWords(report, scenario)}</span>
          )}
          <span>
            The dotted line is {SLOW_SECONDS} seconds, for the slowest one in twenty screens: more
            is too slow. The bars at the foot are where the load lies in eight of ten apps like it:
            yellow today{mended && ', green with the repairs'}.
          </span>
        </figcaption>
      </figure>
      {notes.length > 0 && <p className="sheet-note">{notes.join(' ')}</p>}
    </section>
  );
}
