import { LoadRuler } from '#src/ui/LoadRuler.tsx';
import { users, usersUnit } from '#src/ui/number.ts';
import { Plate } from '#src/ui/Plate.tsx';
import { inDays, inMoney } from './cost-words.ts';
import type { Report } from './report.ts';
import type { Scenario } from './scenario.ts';
import { costSentence, doneWords, leftSentence, scenarioSentence } from './scenario-words.ts';
import { planned, resourceWords } from './words.ts';

interface Props {
  readonly report: Report;
  readonly scenario: Scenario;
}

/** What the switched-on repairs come to, in one line that stays in view on a phone. */
export function OutcomeStrip({ scenario: { load, work, repairs } }: Props) {
  return (
    <p className="outcome-strip" aria-hidden="true">
      <span>
        <b>{users(load.likely)}</b> {usersUnit(load.likely)}
      </span>
      {repairs.length > 0 && (
        <span>
          {inDays(work.days)}
          <br />
          {inMoney(work.price)}
        </span>
      )}
    </p>
  );
}

/** The plate, the sentence and the cost for the repairs that are switched on. */
export function Outcome({ report, scenario }: Props) {
  const [first] = scenario.gives;
  const name = first && first.share > 0 && resourceWords(first.resource, report.answers).name;
  const far = report.repaired.likely < report.target.users;
  return (
    <div className="outcome">
      <div className="outcome-plate">
        <Plate
          load={scenario.load}
          size="small"
          first={name || undefined}
          note={doneWords(report, scenario)}
        />
        {/* The same as the large one above, which is out of view on a low screen. */}
        <div aria-hidden="true">
          <LoadRuler variant="tiny" load={report.load} repaired={scenario.load} />
        </div>
      </div>
      <div role="status">
        <p className="outcome-sentence">{scenarioSentence(report, scenario)}</p>
        <p>{leftSentence(report, scenario)}</p>
        <p>{costSentence(report, scenario)}</p>
      </div>
      {far && (
        <p className="quiet">
          All repairs together stay below the {planned(report)}. What stands in the way then is told
          under the defects, and the call is for what holds more.
        </p>
      )}
    </div>
  );
}
