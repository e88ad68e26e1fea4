import type { Answers } from '#src/quiz/answers.ts';
import { MOST_USERS } from './target.ts';

interface Props {
  /** Nothing until they are read. */
  readonly answers: Answers | undefined;
  readonly refused: string | undefined;
}

/** What the script is made from. */
export function Basis({ answers, refused }: Props) {
  const count = Object.keys(answers ?? {}).length;
  return (
    <>
      {refused && (
        <p role="status">
          <b>{refused}</b> Until then, the test is made from the answers on this device.
        </p>
      )}
      {answers && count > 0 ? (
        <p className="quiet">
          Made from {count === 1 ? 'your one answer' : `your ${count} answers`}: it goes up to where
          your app is expected to give, and never beyond {MOST_USERS} users at once.
        </p>
      ) : (
        <p className="quiet">
          Without answers it goes up to {MOST_USERS} users at once.{' '}
          <a href="/quiz/">Answer the quiz first</a>, and it stops where your app is expected to
          give.
        </p>
      )}
    </>
  );
}
