import type { Ref } from 'react';
import type { Ahead } from './ahead.ts';
import type { Answers } from './answers.ts';
import { labelOf } from './choices.ts';
import { order, type Step } from './path.ts';
import type { QuestionId } from './questions.ts';

interface Props {
  readonly answers: Answers;
  /** Nothing while it is being worked out; the open questions appear then. */
  readonly known: Ahead | undefined;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onChange: (question: QuestionId) => void;
  readonly onGoOn: (question: QuestionId) => void;
  readonly reportAddress: string;
}

interface ListProps {
  readonly steps: readonly Step[];
  readonly answers: Answers;
  readonly onChange: (question: QuestionId) => void;
}

function List({ steps, answers, onChange }: ListProps) {
  return (
    <dl>
      {steps.map((step) => {
        const answer = answers[step.id];
        return (
          <div key={step.id}>
            <dt>{step.title}</dt>
            <dd>{answer === undefined ? 'Not asked' : labelOf(step, answer)}</dd>
            <dd>
              <button className="quiz-link" type="button" onClick={() => onChange(step.id)}>
                {answer === undefined ? 'Answer' : 'Change'}
                <span className="hidden-visually">
                  {answer === undefined ? '' : ' the answer to'} “{step.title}”
                </span>
              </button>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Every answer on one page, each of which can be changed, and what was not asked. */
export function Summary(props: Props) {
  const { answers, known, heading, onChange, onGoOn, reportAddress } = props;
  const steps = order(answers);
  const among = (ids: readonly QuestionId[] = []) => steps.filter(({ id }) => ids.includes(id));
  const [needless, beyond] = [among(known?.needless), among(known?.beyond)];
  const { due } = known ?? {};
  const list = { answers, onChange };
  return (
    <section className="quiz-summary" aria-labelledby="summary-title">
      <h2 id="summary-title" tabIndex={-1} ref={heading}>
        Your answers
      </h2>
      <List steps={steps.filter(({ id }) => answers[id] !== undefined)} {...list} />
      {needless.length > 0 && (
        <div className="quiz-unasked">
          <h3>Not asked: no answer would change your result</h3>
          <List steps={needless} {...list} />
        </div>
      )}
      {beyond.length > 0 && (
        <div className="quiz-unasked">
          <h3>Not asked, to keep it short: an answer could still change your result</h3>
          <List steps={beyond} {...list} />
        </div>
      )}
      <p className="quiz-actions">
        {due && (
          <button className="button button-primary" type="button" onClick={() => onGoOn(due)}>
            Go on with the questions
          </button>
        )}
        <a className={`button ${due ? 'button-outline' : 'button-primary'}`} href={reportAddress}>
          See the report
        </a>
      </p>
    </section>
  );
}
