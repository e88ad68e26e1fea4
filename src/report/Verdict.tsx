import { LOAD_RANGE } from '#src/capacity/rating.ts';
import { users } from '#src/ui/number.ts';
import { Plate } from '#src/ui/Plate.tsx';
import type { Report } from './report.ts';
import { atOnce, inUsers, resourceWords, sentence } from './words.ts';

/** "The database’s processor gives first. Live updates are next, at about 1,200 users at once." */
function order({ gives, answers }: Report): string {
  const [first, second] = gives;
  if (!first || first.share === 0) return 'Nothing gives within the range that we reckon with.';
  const begin = `${resourceWords(first.resource, answers).name}: that gives first.`;
  if (!second || second.load.likely >= LOAD_RANGE.max) return begin;
  const name = resourceWords(second.resource, answers).name;
  return `${begin} Next: ${name.charAt(0).toLowerCase()}${name.slice(1)}, at ${atOnce(second.load.likely)}.`;
}

/** The head of the sheet: the sentence, what gives first and second, the plate, the main figures. */
export function Verdict({ report, day }: { readonly report: Report; readonly day: Date }) {
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
