import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Estimate } from '#src/capacity/rating.ts';
import { type Answers, knownAnswers } from './answers.ts';
import { Steps } from './Steps.tsx';
import { readAnswers } from './storage.ts';
import type { Engine } from './useAhead.tsx';

export interface QuizProps {
  /** The rated load before any answer. */
  readonly first: Estimate;
  readonly engine: Engine;
  /** Address of the report of these answers. */
  readonly reportAddress: (answers: Answers) => string;
  /** The plain form with all questions, as the server sent it. */
  readonly children?: ReactNode;
}

/** Takes over from the plain form; what was chosen there, or kept on this device, is kept. */
export function Quiz({ children, ...parts }: QuizProps) {
  const plain = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<Answers>();
  useLayoutEffect(() => {
    const form = plain.current?.querySelector('form');
    const chosen = form ? knownAnswers(Object.fromEntries(new FormData(form))) : {};
    setStart({ ...readAnswers(), ...chosen });
  }, []);
  if (!start) return <div ref={plain}>{children}</div>;
  return <Steps start={start} {...parts} />;
}
