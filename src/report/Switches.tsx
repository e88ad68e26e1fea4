import { useState } from 'react';
import '#src/ui/switch.css';
import { cheapest } from './cheapest.ts';
import { workOf } from './cost.ts';
import { effort } from './cost-words.ts';
import { repairWords } from './repair-words.ts';
import type { RepairId } from './repairs.ts';
import type { Report } from './report.ts';
import type { Scenario } from './scenario.ts';
import { planned } from './words.ts';

/** Lets the browser show the tap before a longer reckoning begins. */
const shown = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

interface Props {
  readonly report: Report;
  readonly scenario: Scenario;
  readonly onSwitch: (repairs: readonly RepairId[]) => void;
}

/** The repairs of the plan, in its order, each to be switched on or off; and sets of them at one tap. */
export function Switches({ report, scenario, onSwitch }: Props) {
  const [busy, setBusy] = useState(false);
  const all = report.plan.map(({ repair }) => repair);
  const { repairs: on } = scenario;
  const reached = report.repaired.likely >= report.target.users;

  const reach = async () => {
    setBusy(true);
    await shown();
    onSwitch(cheapest(report) ?? all);
    setBusy(false);
  };

  return (
    <div className="switches">
      <p className="switches-sets">
        {reached && (
          <button
            className="button button-ink button-small"
            type="button"
            aria-disabled={busy}
            onClick={reach}
          >
            Cheapest set that reaches {planned(report)}
          </button>
        )}
        <button
          className="button button-outline button-small"
          type="button"
          onClick={() => onSwitch(all)}
        >
          All on
        </button>
        <button
          className="button button-outline button-small"
          type="button"
          onClick={() => onSwitch([])}
        >
          All off
        </button>
      </p>
      <ol className="switches-list">
        {all.map((repair) => (
          <li key={repair}>
            <label>
              <span>
                <b>{repairWords(repair, report.answers).title}</b>{' '}
                <small>{effort(workOf([repair]))}</small>
              </span>
              <input
                className="switch"
                type="checkbox"
                role="switch"
                checked={on.includes(repair)}
                onChange={({ target }) =>
                  onSwitch(target.checked ? [...on, repair] : on.filter((one) => one !== repair))
                }
              />
            </label>
          </li>
        ))}
      </ol>
    </div>
  );
}
