import type { Ref } from 'react';
import type { Answers } from './answers.ts';
import { labelOf } from './choices.ts';
import { path } from './path.ts';
import type { QuestionId } from './questions.ts';

interface Props {
  readonly answers: Answers;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onChange: (question: QuestionId) => void;
  readonly reportAddress: string;
}

/** Every answer on one page, each of which can be changed. */
export function Summary({ answers, heading, onChange, reportAddress }: Props) {
  return (
    <section className="quiz-summary" aria-labelledby="summary-title">
      <h2 id="summary-title" tabIndex={-1} ref={heading}>
        Your answers
      </h2>
      <dl>
        {path(answers).map((step) => (
          <div key={step.id}>
            <dt>{step.title}</dt>
            <dd>{labelOf(step, answers[step.id] ?? '')}</dd>
            <dd>
              <button className="quiz-link" type="button" onClick={() => onChange(step.id)}>
                Change<span className="hidden-visually"> the answer to “{step.title}”</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      <a className="button button-primary" href={reportAddress}>
        See the report
      </a>
    </section>
  );
}
