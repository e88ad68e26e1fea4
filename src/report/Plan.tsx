import { LoadRuler } from '#src/ui/LoadRuler.tsx';
import { users } from '#src/ui/number.ts';
import { repairWords } from './repair-words.ts';
import type { Report } from './report.ts';
import './plan.css';

const point = (load: number) => ({ low: load, likely: load, high: load });

/** The repairs in the order in which to do them, with the load after each. */
export function Plan({ report }: { readonly report: Report }) {
  const { plan, answers, target } = report;
  if (plan.length === 0) return null;
  const enough = plan.findIndex(({ after }) => after >= target.users);
  return (
    <section className="sheet-part" aria-labelledby="plan-title">
      <h2 id="plan-title">The plan, in this order</h2>
      <ol className="plan">
        {plan.map(({ repair, before, after }, at) => (
          <li key={repair}>
            <p className="plan-title">{repairWords(repair, answers).title}</p>
            <LoadRuler
              variant="tiny"
              load={point(before)}
              repaired={point(after)}
              label={`From ${users(before)} to ${users(after)} users at once`}
            />
            <p className="plan-load number" aria-hidden="true">
              {users(after)}
            </p>
            {at === enough && (
              <p className="plan-enough small">
                From here on it holds the {target.users.toLocaleString('en')} that{' '}
                {target.provenance === 'assumed' ? 'we rated it for' : 'you plan for'}, in half of
                the apps like it or more.
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
