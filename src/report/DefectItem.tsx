import type { Answers } from '#src/quiz/answers.ts';
import { labelOf } from '#src/quiz/choices.ts';
import { type Question, questions } from '#src/quiz/questions.ts';
import { users } from '#src/ui/number.ts';
import { Grade } from './Grade.tsx';
import { repairWords } from './repair-words.ts';
import type { Defect, PlanStep } from './report.ts';
import { provenanceWords, stepSentence } from './words.ts';

/** What the grade rests on: the answer in her own words, or that we took what is usual. */
function evidence({ question: id, provenance }: Defect, answers: Answers): string {
  const question = (questions as readonly Question[]).find((one) => one.id === id);
  const answer = answers[id];
  if (!question) return provenanceWords[provenance];
  if (answer === undefined) return `Not asked, so we took what is usual: “${question.title}”`;
  const said = provenance === 'assumed' ? question.title : labelOf(question, answer);
  return `${provenanceWords[provenance]}: “${said}”`;
}

interface Props {
  readonly defect: Defect;
  /** Its place in the plan; absent when the repair brings speed or saves money only. */
  readonly step: PlanStep | undefined;
  readonly answers: Answers;
}

/** One defect: how bad, what it means, what we know it from, what its repair brings. */
export function DefectItem({ defect, step, answers }: Props) {
  const words = repairWords(defect.repair, answers);
  const raises = step && step.after > step.before;
  return (
    <li className="defect">
      <div className="defect-grade">
        <Grade grade={defect.grade} />
      </div>
      <div className="defect-words">
        <h3>{words.defect}</h3>
        <p>{words.means}</p>
        <p className="quiet small">{evidence(defect, answers)}</p>
        <details className="defect-how">
          <summary>
            Repair: <b>{words.title}</b>
          </summary>
          <ol>
            {words.steps.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
          <p>
            <a href={`/scaling-issues/#${words.anchor}`}>How it works, with code and a check</a>
          </p>
        </details>
      </div>
      <p className="defect-gain">
        {raises ? (
          <>
            <span className="number">
              <span className="hidden-visually">From </span>
              {users(step.before)} <span aria-hidden="true">→</span>
              <span className="hidden-visually">to</span> <b>{users(step.after)}</b>
            </span>
            <small>users at once</small>
          </>
        ) : (
          <small>{step ? stepSentence(step) : 'speed or money, not capacity'}</small>
        )}
      </p>
    </li>
  );
}
