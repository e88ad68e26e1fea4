import { type ReactNode, useEffect } from 'react';
import type { Estimate } from '#src/capacity/rating.ts';
import { rememberFrom } from '#src/lead/from.ts';
import { Trouble } from '#src/lead/Trouble.tsx';
import { onPath } from '#src/quiz/path.ts';
import { Quiz } from '#src/quiz/Quiz.tsx';
import type { Engine } from '#src/quiz/useAhead.tsx';
import { toFragment } from '#src/report/link.ts';
import { Boundary } from '#src/ui/Boundary.tsx';

const engine: Engine = {
  start: () => new Worker(new URL('./_quiz-worker.ts', import.meta.url), { type: 'module' }),
  load: async () => (await import('./_look.ts')).remembering(),
};

interface Props {
  readonly first: Estimate;
  /** The plain form; it comes back should the quiz break. */
  readonly children?: ReactNode;
}

/** The quiz, and where its answers lead. */
export function QuizIsland({ first, children }: Props) {
  useEffect(rememberFrom, []);
  return (
    <Boundary
      fallback={
        <div className="plain-now">
          <Trouble what="The quiz cannot go step by step here. Below are all its questions." />
          {children}
        </div>
      }
    >
      <Quiz
        first={first}
        engine={engine}
        reportAddress={(answers) => `/report/#${toFragment(onPath(answers))}`}
      >
        {children}
      </Quiz>
    </Boundary>
  );
}
