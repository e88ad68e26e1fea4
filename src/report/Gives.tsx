import { LOAD_RANGE, type Resource } from '#src/capacity/rating.ts';
import { repairWords } from './repair-words.ts';
import type { Report } from './report.ts';
import { atOnce, resourceWords } from './words.ts';
import './gives.css';

/** As many parts as are told of; what gives later is of no use to know today. */
const TOLD = 3;

/** Defects that are named; the list of them follows beneath. */
const NAMED = 2;

/** The defects that wear a part out, the first ones by name. */
function causes({ defects, answers }: Report, resource: Resource): string {
  const all = defects.filter((defect) => defect.resource === resource);
  const named = all
    .slice(0, NAMED)
    .map(({ repair }) => `“${repairWords(repair, answers).defect}”`)
    .join(', ');
  return all.length > NAMED ? `${named}, and ${all.length - NAMED} more` : named;
}

/** What gives first, second and third, at which load, and why. */
export function Gives({ report }: { readonly report: Report }) {
  const told = report.gives
    .filter(({ share, load }) => share > 0 || load.likely < LOAD_RANGE.max)
    .slice(0, TOLD);
  if (told.length === 0) return null;
  return (
    <section className="sheet-part" aria-labelledby="gives-title">
      <h2 id="gives-title">What gives first</h2>
      <ol className="gives">
        {told.map(({ resource, share, load }) => {
          const { name, gives } = resourceWords(resource, report.answers);
          const why = causes(report, resource);
          return (
            <li key={resource}>
              <h3>{name}</h3>
              <p>{gives}</p>
              {why && <p>What wears it out: {why}.</p>}
              <p className="quiet small">
                {load.likely < LOAD_RANGE.max
                  ? `Gives at ${atOnce(load.likely)}.`
                  : 'Holds in most apps with your answers.'}
                {share > 0 &&
                  ` The first to give in ${Math.round(share * 100)} of 100 apps with your answers.`}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
