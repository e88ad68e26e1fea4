import { lazy, Suspense, useState } from 'react';
import type { Answers } from '#src/quiz/answers.ts';
import { Boundary } from '#src/ui/Boundary.tsx';
import { users } from '#src/ui/number.ts';
import { workOf } from './cost.ts';
import { effort } from './cost-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { Grade } from './Grade.tsx';
import type { Told } from './gravest.ts';
import { stepSentence } from './words.ts';

/** Prompts and proofs are long, and wanted for a few defects only. */
const TakeAway = lazy(() => import('./TakeAway.tsx').then((file) => ({ default: file.TakeAway })));

interface Props extends Told {
  readonly answers: Answers;
}

/** One defect: how bad, what it means, what we know it from, what its repair takes and brings. */
export function DefectItem({ defect, step, words, answers }: Props) {
  const [opened, setOpened] = useState(false);
  const raises = step && step.after > step.before;
  return (
    <li className="defect">
      <div className="defect-grade">
        <Grade grade={defect.grade} />
      </div>
      <div className="defect-words">
        <h3>{words.defect}</h3>
        <p>{words.means}</p>
        <p className="quiet small">{evidenceWords(defect, answers)}</p>
        {defect.lines && (
          <ul className="bare defect-lines">
            {defect.lines.map(({ file, line, says }) => (
              <li key={`${file}:${line} ${says}`}>
                {file && <code>{line > 0 ? `${file}:${line}` : file}</code>} {says}
              </li>
            ))}
          </ul>
        )}
        <details className="defect-how" onToggle={() => setOpened(true)}>
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
          {opened && (
            <Boundary fallback={<p>The text could not be loaded. Reload the page to try again.</p>}>
              <Suspense fallback={<p className="quiet">Loading…</p>}>
                <TakeAway defect={defect} answers={answers} />
              </Suspense>
            </Boundary>
          )}
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
        <small className="defect-effort">{effort(workOf([defect.repair]))}</small>
      </p>
    </li>
  );
}
