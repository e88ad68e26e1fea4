import type { ReactNode } from 'react';
import { LOAD_RANGE, type Resource } from '#src/capacity/rating.ts';
import type { Tested } from '#src/quiz/tested.ts';
import { users } from '#src/ui/number.ts';
import { Plate } from '#src/ui/Plate.tsx';
import type { Report } from './report.ts';
import { testedFigure } from './tested-words.ts';
import { atOnce, inUsers, resourceWords, sentence } from './words.ts';
import './verdict.css';

/** "First to give: the database’s processor. Next: live updates, at about 1,200 users at once." */
function order({ gives, answers }: Report): string {
  const name = (resource: Resource) => {
    const words = resourceWords(resource, answers).name;
    return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  };
  const [first, second] = gives;
  if (!first || first.share === 0) return 'Nothing gives within the range that we reckon with.';
  const begin = `First to give: ${name(first.resource)}.`;
  if (!second || second.load.likely >= LOAD_RANGE.max) return begin;
  return `${begin} Next: ${name(second.resource)}, at ${atOnce(second.load.likely)}.`;
}

interface Props {
  readonly report: Report;
  readonly tested: Tested | undefined;
  readonly day: Date;
  /** Ways on, beneath the words. */
  readonly children?: ReactNode;
}

/** The head of the sheet: the sentence, what gives first and second, the plate, the main figures. */
export function Verdict({ report, tested, day, children }: Props) {
  const { load, target, today, repaired, model, plan } = report;
  return (
    <header className="verdict">
      <div className="verdict-words">
        <p className="eyebrow">
          Inspection report ·{' '}
          <time dateTime={day.toISOString().slice(0, 10)}>
            {day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}
          </time>{' '}
          · model {model}
        </p>
        <h1>{sentence(report)}</h1>
        <p className="lede">{order(report)}</p>
      </div>
      <div className="verdict-plate">
        <Plate load={load} size="small" />
      </div>
      {children}
      <dl className="verdict-figures">
        <div>
          <dt>Likely between</dt>
          <dd>
            {users(load.low)} and {users(load.high)}
          </dd>
        </div>
        <div>
          <dt>{target.provenance === 'assumed' ? 'Rated for' : 'You plan for'}</dt>
          <dd>{target.users.toLocaleString('en')} at once</dd>
        </div>
        {tested && (
          <div>
            <dt>Measured by your load test</dt>
            <dd>{testedFigure(tested)}</dd>
          </div>
        )}
        {today && (
          <div>
            <dt>Busiest minute today</dt>
            <dd>{today.likely < 2 ? 'one person' : `about ${inUsers(today.likely)}`}</dd>
          </div>
        )}
        {plan.length > 0 && (
          <div>
            <dt>When all is repaired</dt>
            <dd>{users(repaired.likely)}</dd>
          </div>
        )}
      </dl>
    </header>
  );
}
