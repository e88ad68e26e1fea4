import { useEffect, useRef } from 'react';
import { labelOf } from '#src/quiz/choices.ts';
import { onPath } from '#src/quiz/path.ts';
import { type Question, questions } from '#src/quiz/questions.ts';
import { toFragment } from '#src/report/link.ts';
import { besideEstimate, testedSentence } from '#src/report/tested-words.ts';
import { atOnce } from '#src/report/words.ts';
import type { Evidence } from './evidence.ts';
import { testedOf } from './found.ts';
import type { Read } from './Result.tsx';

const seconds = (value: number) => `${value.toFixed(1)} s`;
const percent = (share: number) =>
  share.toLocaleString('en', { style: 'percent', maximumFractionDigits: 1 });

/** Step by step, what was seen. */
function Steps({ observations }: Pick<Evidence, 'observations'>) {
  return (
    <table className="load-test-table">
      <thead>
        <tr>
          <th scope="col">Users at once</th>
          <th scope="col">95 of 100 screens within</th>
          <th scope="col">Failed</th>
          <th scope="col">It</th>
        </tr>
      </thead>
      <tbody>
        {observations.map(({ users, p95, failed, gives }) => (
          <tr key={users}>
            <th scope="row">{users}</th>
            <td>{seconds(p95)}</td>
            <td>{percent(failed)}</td>
            <td>{gives ? 'gave' : 'held'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The answers that are now measured, each with what was seen. */
function Measured({ answers, measured }: Pick<Evidence, 'answers' | 'measured'>) {
  const found = (questions as readonly (Question & { id: keyof typeof answers })[]).flatMap(
    (question) => {
      const [answer, seen] = [answers[question.id], measured[question.id]];
      return answer && seen ? [{ question, answer, seen }] : [];
    },
  );
  if (found.length === 0) {
    return (
      <p>
        It measured no answer of the quiz: what came back was no list, and no cache gave itself
        away.
      </p>
    );
  }
  return (
    <dl className="load-test-measured">
      {found.map(({ question, answer, seen }) => (
        <div key={question.id}>
          <dt>{question.title}</dt>
          <dd>
            <b>{labelOf(question, answer)}</b> <span className="tag">Measured</span>
            <p className="small quiet">{seen}.</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was read, the answers that are measured by it, and the app rated anew. */
export function Outcome({ read: { host, told, evidence, before, now } }: { readonly read: Read }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const tested = testedOf(evidence, host, '');
  const answers = onPath(evidence.answers);
  const rated = Object.keys(told).length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new result takes the focus again
  useEffect(() => heading.current?.focus(), [evidence]);
  return (
    <div className="panel load-test-outcome">
      <h3 tabIndex={-1} ref={heading}>
        Measured{host && `: ${host}`}
      </h3>
      <p className="lede">{testedSentence(tested)}</p>
      <Steps observations={evidence.observations} />
      <h4>What is known now, and no longer guessed</h4>
      <Measured answers={answers} measured={evidence.measured} />
      <h4>Rated anew</h4>
      {rated ? (
        <>
          <p>
            {now.likely === before.likely
              ? `The rated load stays at ${atOnce(now.likely)}.`
              : `The rated load was ${atOnce(before.likely)}. With what was measured it is ${atOnce(now.likely)}.`}{' '}
            {besideEstimate(tested, now)}
          </p>
          <a className="button button-primary" href={`/report/#${toFragment(answers)}`}>
            See the report with it
          </a>
        </>
      ) : (
        <>
          <p>
            There are no answers yet to rate. What was measured is filled in already; a few
            questions are left.
          </p>
          <a className="button button-primary" href="/quiz/">
            Answer the rest
          </a>
        </>
      )}
    </div>
  );
}
