import { type Evidences, isMeasured } from '#src/quiz/evidence.ts';
import { type Question, type QuestionId, questions, UNKNOWN } from '#src/quiz/questions.ts';
import type { Tested } from '#src/quiz/tested.ts';
import { toFragment } from './link.ts';
import type { Report } from './report.ts';
import { besideEstimate, testedSentence } from './tested-words.ts';
import { areaWords, bandSentence, sureSentence, widthSentence } from './words.ts';

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

const dayWords = (day: string) =>
  new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

interface Props {
  readonly report: Report;
  /** What the scan and the load test of this device found. */
  readonly evidences: Evidences;
  readonly tested: Tested | undefined;
  /** Version of the model that the link named. */
  readonly linked: string;
}

/** What was not checked, and how far the figures can be trusted. */
export function Sureness({ report, evidences, tested, linked }: Props) {
  const unsaid = (questions as readonly Question[]).filter(
    ({ id }) => report.answers[id as keyof typeof report.answers] === UNKNOWN,
  );
  const measured = (questions as readonly (Question & { id: QuestionId })[]).filter(({ id }) =>
    isMeasured(evidences, id, report.answers[id]),
  );
  const areas = report.areas
    .filter(({ grade }) => grade === 'unchecked')
    .map(({ area }) => areaWords[area].name.toLowerCase());
  return (
    <section className="sheet-part" aria-labelledby="sure-title">
      <h2 id="sure-title">What was not checked, and how sure we are</h2>
      <ul className="sure">
        <li>{sureSentence(report)}</li>
        {measured.length > 0 && (
          <li>Measured, not told: {listed.format(measured.map(({ title }) => `“${title}”`))}</li>
        )}
        <li>
          {tested ? (
            <>
              Your load test of <time dateTime={tested.day}>{dayWords(tested.day)}</time>
              {tested.host && ` (${tested.host})`}: {testedSentence(tested)}{' '}
              {besideEstimate(tested, report.load)}
            </>
          ) : (
            <>
              We have not seen your code, your database or your visitors. This is an estimate from
              your answers, not a load test.
            </>
          )}{' '}
          <a className="no-print" href={`/load-test/#${toFragment(report.answers)}`}>
            {tested ? 'Test it again' : 'Test it yourself, with a script made from this report'}
          </a>
        </li>
        <li>
          {bandSentence(report.load)} {widthSentence(report.load)}
        </li>
        {areas.length > 0 && <li>Not checked: {listed.format(areas)}.</li>}
        {unsaid.length > 0 && (
          <li>
            You could not say: {listed.format(unsaid.map(({ title }) => `“${title}”`))} Each answer
            makes the estimate surer.
          </li>
        )}
        <li>
          Not looked at: backups, mistakes in the code that have nothing to do with load, and limits
          that your providers set for you alone.
        </li>
        <li>
          The model behind it was held against measured break points:{' '}
          <a href="/method/">how the number is made, and how often it was right</a>.
        </li>
        {linked !== report.model && (
          <li>
            The link was made with version {linked} of the model; the figures here are from version{' '}
            {report.model}.
          </li>
        )}
      </ul>
    </section>
  );
}
