import type { ReactNode } from 'react';
import { Curve } from './Curve.tsx';
import { Defects } from './Defects.tsx';
import { Gives } from './Gives.tsx';
import { Plan } from './Plan.tsx';
import type { Report } from './report.ts';
import { Risk } from './Risk.tsx';
import { Sureness } from './Sureness.tsx';
import { Verdict } from './Verdict.tsx';
import './report.css';
import './report-print.css';

interface Props {
  readonly report: Report;
  /** The day on which it was computed. */
  readonly day: Date;
  /** Version of the model that the link named. */
  readonly linked: string;
  /** Ways on, in the head of the sheet. */
  readonly children?: ReactNode;
}

/** The inspection sheet: everything that the report says, on one page. */
export function ReportSheet({ report, day, linked, children }: Props) {
  return (
    <article className="panel panel-sheet sheet">
      <Verdict report={report} day={day}>
        {children}
      </Verdict>
      <Curve report={report} />
      <Risk report={report} />
      <Gives report={report} />
      <Defects report={report} />
      <Plan report={report} />
      <Sureness report={report} linked={linked} />
    </article>
  );
}
