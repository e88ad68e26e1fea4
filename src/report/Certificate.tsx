import { LOAD_RANGE, SLOW_SECONDS } from '#src/capacity/rating.ts';
import { site } from '#src/site.ts';
import { LoadRuler } from '#src/ui/LoadRuler.tsx';
import { users } from '#src/ui/number.ts';
import { Plate } from '#src/ui/Plate.tsx';
import { beyondWords } from './beyond-words.ts';
import { workOf } from './cost.ts';
import { effort } from './cost-words.ts';
import { Grade } from './Grade.tsx';
import { gravest } from './gravest.ts';
import { Hundred } from './Hundred.tsx';
import type { RepairId } from './repairs.ts';
import { scenarioOf } from './scenario.ts';
import { costSentence, scenarioSentence } from './scenario-words.ts';
import type { Shown } from './useReport.tsx';
import {
  areaWords,
  atOnce,
  bandSentence,
  resourceWords,
  riskSentence,
  sentence,
  sureSentence,
} from './words.ts';
import './certificate.css';

/** The report on one page of A4, as an inspector hands it over. Seen on paper only. */
export function Certificate({ shown: { report, repairs, day } }: { readonly shown: Shown }) {
  const { load, areas, answers, curve, gives, risk, target } = report;
  const scenario = scenarioOf(report, repairs);
  const mended = scenario.repairs.length > 0;
  const onList = (repair: RepairId) => scenario.repairs.includes(repair);
  const first = gives.filter(({ share }) => share > 0).slice(0, 3);
  return (
    <section className="certificate" aria-label="Inspection certificate">
      <header className="certificate-band">
        <b>{site.name}</b>
        <span>Inspection certificate</span>
        <span>
          {day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })} ·
          model {report.model}
        </span>
      </header>
      <div className="certificate-head">
        <div>
          <h1>{sentence(report)}</h1>
          <p>
            {riskSentence(report)} {bandSentence(load)}
          </p>
        </div>
        <Plate load={load} size="small" />
      </div>
      <div className="certificate-curve">
        <LoadRuler
          load={load}
          repaired={mended ? scenario.load : undefined}
          curves={{ today: curve.today, repaired: mended ? scenario.curve : undefined }}
          slow={SLOW_SECONDS}
        />
      </div>
      <div className="certificate-risk">
        <div>
          <h2>Breaks at {target.users.toLocaleString('en')}</h2>
          <Hundred broken={risk} />
          <p>{risk} of 100 apps like it</p>
        </div>
        <table>
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">Grade</th>
              <th scope="col">of 100</th>
            </tr>
          </thead>
          <tbody>
            {areas.map(({ area, risk: part, grade }) => (
              <tr key={area}>
                <th scope="row">{areaWords[area].name}</th>
                <td>
                  <Grade grade={grade} />
                </td>
                <td>{grade === 'unchecked' && part === 0 ? '–' : part}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <h2>Gives first</h2>
          <ol>
            {first.map(({ resource, share, load: at }) => (
              <li key={resource}>
                <b>{resourceWords(resource, answers).name}</b>, first in {Math.round(share * 100)}{' '}
                of 100{at.likely < LOAD_RANGE.max && `, at ${atOnce(at.likely)}`}
              </li>
            ))}
          </ol>
        </div>
      </div>
      <table className="certificate-defects">
        <thead>
          <tr>
            <th scope="col">Grade</th>
            <th scope="col">Defect, and its repair</th>
            <th scope="col">Users at once</th>
            <th scope="col">Effort</th>
          </tr>
        </thead>
        <tbody>
          {gravest(report).map(({ defect, step, words }) => (
            <tr key={defect.repair}>
              <td>
                <Grade grade={defect.grade} />
              </td>
              <td>
                <b>{words.defect}</b>
                <br />
                {words.title}
                {step && !onList(defect.repair) && ' (not counted below)'}
              </td>
              <td>
                {step && step.after > step.before
                  ? `${users(step.before)} → ${users(step.after)}`
                  : '–'}
              </td>
              <td>{effort(workOf([defect.repair]))}</td>
            </tr>
          ))}
          {report.beyond.map((one) => {
            const { title, steps } = beyondWords(one, answers);
            return (
              <tr key={one.area}>
                <td>
                  <Grade grade={one.grade} />
                </td>
                <td>
                  <b>{title}, whatever is repaired</b>
                  <br />
                  {steps[0]}
                </td>
                <td>–</td>
                <td>–</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <footer className="certificate-foot">
        {report.plan.length > 0 && (
          <p>
            <b>{scenarioSentence(report, scenario)}</b> {costSentence(report, scenario)}
          </p>
        )}
        <p>
          {sureSentence(report)} An estimate from answers, not a load test.{' '}
          <a href={location.href}>Open this report</a> · {site.contact.email}
        </p>
      </footer>
    </section>
  );
}
