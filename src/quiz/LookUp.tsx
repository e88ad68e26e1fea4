import type { Answers } from './answers.ts';
import { chatOf, lookUpOf } from './look-ups.ts';
import type { QuestionId } from './questions.ts';

interface Props {
  readonly id: QuestionId;
  readonly answers: Answers;
  /** What knowing the answer is worth, once that is worked out. */
  readonly worth: string | undefined;
}

/** The screen on which the answer stands, or what to ask the tool, and what knowing it is worth. */
export default function LookUp({ id, answers, worth }: Props) {
  const found = lookUpOf(id, answers);
  if (!found) return null;
  return (
    <>
      <p>{found.screen}</p>
      {found.ask && (
        <>
          <p>Or paste this into the chat of {chatOf(answers)}:</p>
          <blockquote>{found.ask}</blockquote>
        </>
      )}
      {worth && <p>{worth}</p>}
    </>
  );
}
