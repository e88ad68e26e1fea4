import { useEffect, useState } from 'react';
import type { Estimate } from '#src/capacity/rating.ts';
import type { Answers } from './answers.ts';
import { LoadBand, range } from './LoadBand.tsx';

/** The question is read out first, then what the answer did; in milliseconds. */
const AFTER_QUESTION = 1500;

/** The model comes only when it is needed, and works after the next question is on the screen. */
async function rate(answers: Answers): Promise<Estimate> {
  const { loadOf } = await import('./load.ts');
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return loadOf(answers);
}

interface Props {
  readonly answers: Answers;
  /** What is known before any answer. */
  readonly first: Estimate;
}

/** The rated load as far as the answers tell; each answer narrows it. */
export function LoadSoFar({ answers, first }: Props) {
  const [load, setLoad] = useState(first);
  const [said, say] = useState('');
  const given = JSON.stringify(answers);

  useEffect(() => {
    if (given === '{}') return setLoad(first);
    let wanted = true;
    // Without a figure the quiz goes on all the same, so a failure leaves the last one standing.
    rate(JSON.parse(given)).then(
      (rated) => wanted && setLoad(rated),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [given, first]);

  const now = range(load);
  useEffect(() => {
    if (given === '{}') return;
    const words = `So far: ${now.replace('–', 'to')} users at once`;
    const timer = setTimeout(() => say(words), AFTER_QUESTION);
    return () => clearTimeout(timer);
  }, [now, given]);

  return (
    <section className="quiz-load" aria-labelledby="load-title">
      <LoadBand load={load} />
      <p className="hidden-visually" aria-live="polite">
        {said}
      </p>
    </section>
  );
}
