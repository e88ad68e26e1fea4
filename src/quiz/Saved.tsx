import { useState } from 'react';

interface Props {
  readonly saved: boolean;
  readonly onStartOver: () => void;
}

/** Where the answers are kept, and the way to forget them, which asks once more. */
export function Saved({ saved, onStartOver }: Props) {
  const [sure, ask] = useState(false);
  return (
    <div className="quiz-saved small quiet">
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
