import { lazy, Suspense } from 'react';
import type { Answers } from './answers.ts';
import type { QuestionId } from './questions.ts';

/** What only she can know is not looked up. */
const HERS: readonly QuestionId[] = ['builder', 'target', 'slow'];

/** The texts come after the question; should they not come at all, the question stands by itself. */
const LookUp = lazy(() =>
  import('./LookUp.tsx').catch(() => ({
    default: () => <p>This part did not load. “I don’t know” is an answer too.</p>,
  })),
);

interface Props {
  readonly id: QuestionId;
  readonly answers: Answers;
  readonly worth: string | undefined;
}

/** "Look it up in 60 seconds", under the title of a question that a founder may not know. */
export function Lookable({ id, answers, worth }: Props) {
  if (HERS.includes(id)) return null;
  return (
    <details className="look-up small">
      <summary>Look it up in 60 seconds</summary>
      <div className="look-up-text">
        <Suspense fallback={<p>One moment…</p>}>
          <LookUp id={id} answers={answers} worth={worth} />
        </Suspense>
      </div>
    </details>
  );
}
