import type { Estimate } from '#src/capacity/rating.ts';
import { LoadRuler } from '#src/ui/LoadRuler.tsx';
import { users } from '#src/ui/number.ts';

/** The band in words: "120 – 2,100". */
export const range = (load: Estimate) => `${users(load.low)} – ${users(load.high)}`;

/** A range of more letters than this is written smaller. */
const LONG = 12;

interface Props {
  readonly load: Estimate;
  /** What the last answer did to it. */
  readonly moved?: string | undefined;
  /** How much certainty all answers brought. */
  readonly gained?: string | undefined;
}

/** The band in which the rated load lies, as figures and on the ruler. */
export function LoadBand({ load, moved, gained }: Props) {
  return (
    <>
      <h2 className="eyebrow" id="load-title">
        Rated load so far
      </h2>
      <p className="quiz-range" data-long={range(load).length > LONG}>
        <span className="number">{range(load)}</span>
      </p>
      <p className="quiz-unit">
        users at once: of ten apps with these answers, eight give within this band.
      </p>
      <LoadRuler variant="band" load={load} />
      <p className="quiz-moved">
        {moved ?? 'Your answers move it, and mostly narrow it.'}{' '}
        {gained && <span className="quiz-gained">{gained}</span>}
      </p>
    </>
  );
}
