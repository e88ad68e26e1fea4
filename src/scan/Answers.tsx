import { labelOf } from '#src/quiz/choices.ts';
import type { Evidences } from '#src/quiz/evidence.ts';
import { type Question, questions } from '#src/quiz/questions.ts';
import { Places } from './Places.tsx';

/** The quiz's questions that the code has answered, each with the places that say so. */
export function Answers({ evidences }: { readonly evidences: Evidences }) {
  const found = (questions as readonly (Question & { id: keyof Evidences })[]).flatMap(
    (question) => {
      const evidence = evidences[question.id];
      return evidence ? [{ question, evidence }] : [];
    },
  );
  return (
    <section className="scan-part" aria-labelledby="scan-answers">
      <h2 id="scan-answers">
        {found.length} {found.length === 1 ? 'question is' : 'questions are'} answered
      </h2>
      <p className="quiet">
        Each can be confirmed or changed in the quiz. It goes on with what only you can say.
      </p>
      <dl className="scan-answers">
        {found.map(({ question, evidence }) => (
          <div key={question.id}>
            <dt>{question.title}</dt>
            <dd>
              <b>{labelOf(question, evidence.value)}</b>
              <Places places={evidence.lines} />
            </dd>
          </div>
        ))}
      </dl>
      <a className="button button-primary button-large" href="/quiz/">
        Continue with the quiz
      </a>
    </section>
  );
}
