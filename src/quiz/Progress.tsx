import type { Step } from './path.ts';
import { areaNames } from './progress.ts';

interface Props {
  readonly step: Step;
  /** Counted from 1. */
  readonly at: number;
  readonly total: number;
}

/** "Question 5 of 12 · Delivery", and the same as marks on a ruler. */
export function Progress({ step, at, total }: Props) {
  return (
    <div className="progress">
      <p className="eyebrow">
        Question {at} of {total} · {areaNames[step.area]}
      </p>
      <ol className="progress-ticks" aria-hidden="true">
        {Array.from({ length: total }, (_, tick) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a tick is nothing but its place
            key={tick}
            data-state={tick + 1 < at ? 'done' : tick + 1 === at ? 'now' : 'open'}
          />
        ))}
      </ol>
    </div>
  );
}
