import { useDeferredValue, useMemo } from 'react';
import type { Answers } from '#src/quiz/answers.ts';
import { Curve } from './Curve.tsx';
import { Outcome, OutcomeStrip } from './Outcome.tsx';
import type { RepairId } from './repairs.ts';
import type { Report } from './report.ts';
import { chosen, scenarioOf } from './scenario.ts';
import { Switches } from './Switches.tsx';
import { Target } from './Target.tsx';
import './repairs.css';

interface Props {
  readonly report: Report;
  /** The repairs that are switched on; absent while nothing was switched, which is all. */
  readonly repairs: readonly RepairId[] | undefined;
  readonly onSwitch: (repairs: readonly RepairId[]) => void;
  readonly onTarget: (target: Answers['target']) => void;
}

/** What the repairs bring: the curve today and with those that are switched on, and what they cost. */
export function Repairs({ report, repairs, onSwitch, onTarget }: Props) {
  // A switch moves at once; what it comes to is reckoned right after.
  const settled = useDeferredValue(repairs);
  const scenario = useMemo(() => scenarioOf(report, settled), [report, settled]);
  return (
    <>
      <Curve report={report} scenario={scenario} />
      <section className="sheet-part" aria-labelledby="repairs-title">
        <h2 id="repairs-title">What the repairs bring</h2>
        <Target report={report} onChange={onTarget} />
        {report.plan.length > 0 ? (
          <div className="repairs">
            <OutcomeStrip report={report} scenario={scenario} />
            <Switches report={report} on={chosen(report, repairs)} onSwitch={onSwitch} />
            <Outcome report={report} scenario={scenario} />
          </div>
        ) : (
          <p>
            No repair that we know of raises the load of an app with your answers.
            {report.beyond.length > 0 && ' What holds more stands under the defects.'}
          </p>
        )}
      </section>
    </>
  );
}
