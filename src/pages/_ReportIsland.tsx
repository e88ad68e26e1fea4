import { lazy, memo, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Booking } from '#src/booking/Booking.tsx';
import { rememberFrom } from '#src/lead/from.ts';
import { LeadForm } from '#src/lead/LeadForm.tsx';
import { Trouble } from '#src/lead/Trouble.tsx';
import { AgendaList } from '#src/report/AgendaList.tsx';
import { agendaNote, agendaOf } from '#src/report/agenda.ts';
import { Keep } from '#src/report/Keep.tsx';
import { NoReport } from '#src/report/NoReport.tsx';
import { ReportSheet } from '#src/report/ReportSheet.tsx';
import type { Report } from '#src/report/report.ts';
import { useReport } from '#src/report/useReport.tsx';
import { site } from '#src/site.ts';
import { Boundary } from '#src/ui/Boundary.tsx';

/** Not on the first screen, or on paper only. */
const Compare = lazy(() =>
  import('#src/report/Compare.tsx').then((file) => ({ default: memo(file.Compare) })),
);
const Certificate = lazy(() =>
  import('#src/report/Certificate.tsx').then((file) => ({ default: memo(file.Certificate) })),
);

/** Moves to a heading of this page; a link would take the report out of the address. */
function jump(id: string) {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** What can be done with the report: have it mailed, or go through it with an engineer. */
const Actions = memo(function Actions({ report }: { readonly report: Report }) {
  const { answers } = report;
  const agenda = useMemo(() => agendaOf(report), [report]);
  const [lead, setLead] = useState<string>();
  return (
    <div className="report-ways no-print">
      <section className="panel report-way" aria-labelledby="mail-title">
        <h2 id="mail-title" tabIndex={-1}>
          Mail me this report
        </h2>
        <p className="quiet">The whole sheet with the plan in order, to keep or to pass on.</p>
        <Boundary fallback={<Trouble what="The form cannot be shown here." />}>
          {/* Another target is another report, to be mailed anew. */}
          <LeadForm key={JSON.stringify(answers)} answers={answers} onSent={setLead} />
        </Boundary>
      </section>
      <section className="panel report-way" aria-labelledby="call-title">
        <h2 id="call-title" tabIndex={-1}>
          Go through it with an engineer
        </h2>
        <p className="quiet">
          Free, {site.call.minutes} minutes, no obligation. We read this report before the call.
        </p>
        <AgendaList agenda={agenda} />
        <Boundary fallback={<Trouble what="The free times cannot be shown here." />}>
          <Booking answers={answers} lead={lead} note={agendaNote(agenda)} />
        </Boundary>
      </section>
    </div>
  );
});

function Found() {
  const { found, read, switchTo, planFor } = useReport();
  const printed = useDeferredValue(found);
  useEffect(rememberFrom, []);
  if (!found) {
    return (
      <p className="report-wait quiet" role="status">
        Reckoning…
      </p>
    );
  }
  if (found.kind === 'refused')
    return <NoReport title="This link does not work" text={found.message} />;
  if (found.kind === 'nothing') {
    return (
      <NoReport
        title="No report yet"
        text="A few questions about your app, and the report is here: no account, no e-mail address."
      />
    );
  }
  return (
    <div key={read}>
      <Keep shown={found} />
      <ReportSheet
        shown={found}
        onSwitch={switchTo}
        onTarget={planFor}
        last={
          found.own && (
            <Boundary fallback={null}>
              <Suspense fallback={null}>
                <Compare report={found.report} day={found.day} />
              </Suspense>
            </Boundary>
          )
        }
      >
        <p className="verdict-ways no-print">
          <button
            className="button button-primary"
            type="button"
            onClick={() => jump('call-title')}
          >
            Book a free call
          </button>
          <button
            className="button button-outline"
            type="button"
            onClick={() => jump('mail-title')}
          >
            Mail me this
          </button>
        </p>
      </ReportSheet>
      <Actions report={found.report} />
      {printed?.kind === 'report' && (
        <Boundary fallback={null}>
          <Suspense fallback={null}>
            <Certificate shown={printed} />
          </Suspense>
        </Boundary>
      )}
    </div>
  );
}

/** The report of the link or of this device, and what to do with it. */
export function ReportIsland() {
  return (
    <Boundary fallback={<Trouble what="The report cannot be shown here." />}>
      <Found />
    </Boundary>
  );
}
