import { useState } from 'react';

interface Props {
  readonly saved: boolean;
  readonly onStartOver: () => void;
  /** Shows all answers; nothing where they are shown already. */
  readonly onSummary?: (() => void) | undefined;
}

/** Where the answers are kept, the way to all of them, and the way to forget them, which asks once more. */
export function Saved({ saved, onStartOver, onSummary }: Props) {
  const [sure, ask] = useState(false);
  return (
    <div className="quiz-saved small quiet">
      {onSummary && (
        <button className="quiz-link" type="button" onClick={onSummary}>
          All your answers
        </button>
      )}
      <p>{saved ? 'Saved on this device.' : 'Kept until you close this page.'}</p>
      {sure ? (
        <p>
          Delete all answers?{' '}
          <button
            className="quiz-link"
            type="button"
            onClick={() => {
              ask(false);
              onStartOver();
            }}
          >
            Yes, start over
          </button>{' '}
          <button className="quiz-link" type="button" onClick={() => ask(false)}>
            No, keep them
          </button>
        </p>
      ) : (
        <button className="quiz-link" type="button" onClick={() => ask(true)}>
          Start over
        </button>
      )}
    </div>
  );
}
