import { useEffect, useState } from 'react';
import type { Estimate } from '#src/capacity/rating.ts';
import { gainedSentence, movedSentence } from './band.ts';
import { LoadBand, range } from './LoadBand.tsx';

/** The question is read out first, then what the answer did; in milliseconds. */
const AFTER_QUESTION = 1500;

interface Props {
  /** The rated load as far as the answers tell; nothing while it is worked out. */
  readonly load: Estimate | undefined;
  /** What is known before any answer, and before the last one. */
  readonly first: Estimate;
  readonly before: Estimate | undefined;
  /** Is there an answer yet? */
  readonly answered: boolean;
}

/** The rated load so far. While a new one is worked out, the last one stands. */
export function LoadSoFar({ load, first, before, answered }: Props) {
  const [shown, show] = useState(first);
  const [moved, tell] = useState<string>();
  const [said, say] = useState('');

  useEffect(() => {
    if (!load) return;
    show(load);
    tell(answered && before ? movedSentence(before, load) : undefined);
  }, [load, before, answered]);

  const now = range(shown);
  useEffect(() => {
    if (!answered) return;
    const words = `So far: ${now.replace('–', 'to')} users at once`;
    const timer = setTimeout(() => say(words), AFTER_QUESTION);
    return () => clearTimeout(timer);
  }, [now, answered]);

  return (
    <section className="quiz-load" aria-labelledby="load-title" aria-busy={!load}>
      <LoadBand
        load={shown}
        moved={moved}
        gained={answered ? gainedSentence(first, shown) : undefined}
      />
      <p className="hidden-visually" aria-live="polite">
        {said}
      </p>
    </section>
  );
}
