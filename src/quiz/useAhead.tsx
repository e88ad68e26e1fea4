import { useCallback, useEffect, useRef, useState } from 'react';
import type { Ahead } from './ahead.ts';
import { type Answers, keyOf } from './answers.ts';
import type { Step } from './path.ts';
import { UNKNOWN } from './questions.ts';
import { type Look, type Rater, rater } from './rater.ts';

/** How the page looks ahead: in a worker, or by itself where there is none. */
export interface Engine {
  readonly start: () => Worker;
  readonly load: () => Promise<Look>;
}

/**
 * What is known ahead. For the question that is shown, every answer is looked at before it is given,
 * so that a tap finds its consequence ready. Until it is, nothing is known of those answers.
 */
export function useAhead(answers: Answers, step: Step | undefined, engine: Engine) {
  const known = useRef(new Map<string, Ahead>());
  const missing = useRef<readonly string[]>([]);
  const worker = useRef<Rater>(undefined);
  const [, showNew] = useState(0);

  useEffect(() => {
    const asked = rater(engine.start, engine.load, ({ key, ahead }) => {
      known.current.set(key, ahead);
      // The page changes with what is known of the answers given, and once all of them are known.
      const [now, last] = [missing.current[0], missing.current.at(-1)];
      if (key === now || key === last) showNew((count) => count + 1);
    });
    worker.current = asked;
    return () => asked.close();
  }, [engine]);

  const given = keyOf(answers);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the answers
  useEffect(() => {
    const ways = step ? waysOn(answers, step) : [];
    const wanted = [answers, ...ways].filter((one) => !known.current.has(keyOf(one)));
    missing.current = wanted.map(keyOf);
    if (wanted.length > 0) worker.current?.ask(wanted);
  }, [given, step]);

  return useCallback((of: Answers) => known.current.get(keyOf(of)), []);
}

/** The answers without this question, and with each answer to it. */
export function waysOn(answers: Answers, { id, options }: Step): Answers[] {
  const { [id]: _, ...others } = answers;
  const values = [...options.map(({ value }) => value), UNKNOWN];
  return [others, ...values.map((value) => ({ ...others, [id]: value }))] as Answers[];
}
