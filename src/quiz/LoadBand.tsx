import type { Estimate } from '#src/capacity/rating.ts';
import { LoadRuler } from '#src/ui/LoadRuler.tsx';
import { users } from '#src/ui/number.ts';

/** The band in words: "120 – 2,100". */
export const range = (load: Estimate) => `${users(load.low)} – ${users(load.high)}`;

/** A range of more letters than this is written smaller. */
const LONG = 12;

/** The band in which the rated load lies, as figures and on the ruler. */
export function LoadBand({ load }: { readonly load: Estimate }) {
  return (
    <>
      <h2 className="eyebrow" id="load-title">
        Rated load so far
      </h2>
      <p className="quiz-range" data-long={range(load).length > LONG}>
        <span className="number">{range(load)}</span>
      </p>
      <p className="quiz-narrows">users at once. Each answer narrows it.</p>
      <LoadRuler variant="band" load={load} />
    </>
  );
}
