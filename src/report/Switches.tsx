import { useEffect, useRef, useState } from 'react';
import '#src/ui/switch.css';
import { cheapestInSlices } from './cheapest.ts';
import { workOf } from './cost.ts';
import { effort } from './cost-words.ts';
import { repairWords } from './repair-words.ts';
import type { RepairId } from './repairs.ts';
import type { Report } from './report.ts';
import { planned } from './words.ts';

/** Lets the browser show and hear taps during a longer reckoning. */
const pause = () => new Promise<void>((done) => setTimeout(done));

interface Props {
  readonly report: Report;
  /** Those that are switched on. */
  readonly on: readonly RepairId[];
  readonly onSwitch: (repairs: readonly RepairId[]) => void;
}

/** The repairs of the plan, in its order, each to be switched on or off; and sets of them at one tap. */
export function Switches({ report, on, onSwitch }: Props) {
  const [busy, setBusy] = useState(false);
  const all = report.plan.map(({ repair }) => repair);
  const reached = report.repaired.likely >= report.target.users;

  /** Counts the taps, and the reports: a later one makes a search idle. */
  const latest = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report ends the search for this one
  useEffect(() => {
    latest.current += 1;
    setBusy(false);
  }, [report]);

  const tap = (repairs: readonly RepairId[]) => {
    latest.current += 1;
    setBusy(false);
    onSwitch(repairs);
  };
  const reach = async () => {
    latest.current += 1;
    const own = latest.current;
    setBusy(true);
    await pause();
    const best = await cheapestInSlices(report, pause);
    if (own === latest.current) tap(best ?? all);
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
          onClick={() => tap(all)}
        >
          All on
        </button>
        <button
          className="button button-outline button-small"
          type="button"
          onClick={() => tap([])}
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
                // biome-ignore lint/a11y/useAriaPropsForRole: a native box says itself whether it is checked
                role="switch"
                checked={on.includes(repair)}
                onChange={({ target }) =>
                  tap(target.checked ? [...on, repair] : on.filter((one) => one !== repair))
                }
              />
            </label>
          </li>
        ))}
      </ol>
    </div>
  );
}
