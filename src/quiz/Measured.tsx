import { useState } from 'react';
import type { Answers } from './answers.ts';
import { isMeasured } from './evidence.ts';
import { readFound } from './found.ts';
import type { Step } from './path.ts';

/** Under a question that the visitor's code or load test has answered: where it says so. */
export function Measured({ step, answers }: { readonly step: Step; readonly answers: Answers }) {
  const [{ evidences }] = useState(() => readFound());
  const evidence = evidences[step.id];
  if (!evidence || !isMeasured(evidences, step.id, answers[step.id])) return null;
  return (
    <div className="quiz-measured">
      <p className="eyebrow">
        {evidence.by === 'test' ? 'Seen in your load test' : 'Found in your code'}
      </p>
      <ul className="bare">
        {evidence.lines.map(({ file, line, says }) => (
          <li key={`${file}:${line} ${says}`}>
            {file && (
              <code>
                {file}
                {line > 0 && `:${line}`}
              </code>
            )}{' '}
            {says}
          </li>
        ))}
      </ul>
      <p className="small quiet">Choose another answer if you know better.</p>
    </div>
  );
}
