import { useRef } from 'react';
import type { Answers } from './answers.ts';
import type { QuestionId } from './questions.ts';

/** The answers without the one that was given or changed last; nothing before the first. */
export function useBefore(answers: Answers): Answers | undefined {
  const last = useRef<{ answers: Answers; changed?: QuestionId }>({ answers });
  const ids = Object.keys({ ...last.current.answers, ...answers }) as QuestionId[];
  const changed = ids.filter((id) => answers[id] !== last.current.answers[id]);
  if (changed.length > 0) {
    const [one] = changed.length === 1 ? changed : [];
    last.current = { answers, ...(one && answers[one] !== undefined && { changed: one }) };
  }
  if (!last.current.changed) return undefined;
  const { [last.current.changed]: _, ...others } = answers;
  return others;
}
