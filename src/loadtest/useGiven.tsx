import { useEffect, useState } from 'react';
import type { Answers } from '#src/quiz/answers.ts';
import { onPath } from '#src/quiz/path.ts';
import { readAnswers } from '#src/quiz/storage.ts';
import { fromFragment } from '#src/report/link.ts';

/** The answers that the test is made from. */
interface Given {
  readonly answers: Answers;
  /** Why the link that led here was not used. */
  readonly refused?: string;
}

function find(): Given {
  const fragment = location.hash.slice(1);
  const linked = fragment.includes('=') ? fromFragment(fragment) : undefined;
  if (linked?.ok) return { answers: onPath(linked.answers) };
  return { answers: onPath(readAnswers()), ...(linked && { refused: linked.message }) };
}

/** Those of the link, or else of this device; nothing until the page is there. */
export function useGiven(): Given | undefined {
  const [given, setGiven] = useState<Given>();
  useEffect(() => setGiven(find()), []);
  return given;
}
