import { useState } from 'react';
import { labelOf } from '#src/quiz/choices.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { questions } from '#src/quiz/questions.ts';
import '#src/ui/chip.css';
import type { Report } from './report.ts';

type Asked = Extract<(typeof questions)[number], { id: 'target' }>;
const question = questions.find((one): one is Asked => one.id === 'target');

interface Props {
  readonly report: Report;
  readonly onChange: (target: Answers['target']) => void;
}

/** The load that is planned for: the same choices as in the quiz. */
export function Target({ report: { target, answers }, onChange }: Props) {
  /** Shown at once; the report follows. */
  const [tapped, tap] = useState<string>();
  if (!question) return null;
  return (
    <fieldset className="target">
      <legend className="field-label">{question.title}</legend>
      <div className="chips">
        {question.options.map(({ value }) => (
          <label className="chip" key={value}>
            <input
              type="radio"
              name="target"
              value={value}
              checked={value === (tapped ?? String(target.users))}
              onChange={() => {
                tap(value);
                onChange(value);
              }}
              aria-label={labelOf(question, value)}
            />
            <b>{Number(value).toLocaleString('en')}</b>
          </label>
        ))}
      </div>
      {target.provenance === 'assumed' && (
        <p className="quiet small">
          {answers.target === undefined ? 'Nobody asked you yet' : 'You named no number'}, so we
          took one that fits your users of today. Choose the one that you plan for.
        </p>
      )}
    </fieldset>
  );
}
