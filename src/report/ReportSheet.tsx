import { type ComponentProps, type ReactNode, useMemo } from 'react';
import { Beyond } from './Beyond.tsx';
import { Defects } from './Defects.tsx';
import { Gives } from './Gives.tsx';
import { Repairs } from './Repairs.tsx';
import type { Shown } from './useReport.tsx';
import { Risk } from './Risk.tsx';
import { Sureness } from './Sureness.tsx';
import { Verdict } from './Verdict.tsx';
import './report.css';

interface Props extends Pick<ComponentProps<typeof Repairs>, 'onSwitch' | 'onTarget'> {
  readonly shown: Shown;
  /** The last part of the sheet. */
  readonly last?: ReactNode;
  /** Ways on, in the head of the sheet. */
  readonly children?: ReactNode;
}

/** The inspection sheet: everything that the report says, on one page. */
export function ReportSheet({ shown, onSwitch, onTarget, last, children }: Props) {
  const { report, evidences, tested, day, repairs, linked } = shown;
  // A switch changes nothing in these, so they are not drawn again.
  const rest = useMemo(
    () => (
      <>
        <Risk report={report} />
        <Gives report={report} />
        <Defects report={report} />
        <Beyond report={report} />
        <Sureness report={report} evidences={evidences} tested={tested} linked={linked} />
      </>
    ),
    [report, evidences, tested, linked],
  );
  return (
    <article className="panel panel-sheet sheet">
      <Verdict report={report} tested={tested} day={day}>
        {children}
      </Verdict>
      <Repairs report={report} repairs={repairs} onSwitch={onSwitch} onTarget={onTarget} />
      {rest}
      {last}
    </article>
  );
}
