import { startTransition, useCallback, useEffect, useState } from 'react';
import type { Answers } from '#src/quiz/answers.ts';
import type { Evidences } from '#src/quiz/evidence.ts';
import { readFound } from '#src/quiz/found.ts';
import { onPath } from '#src/quiz/path.ts';
import { readAnswers } from '#src/quiz/storage.ts';
import { readTested, type Tested } from '#src/quiz/tested.ts';
import { fromFragment, toFragment } from './link.ts';
import { makeReport } from './make.ts';
import type { RepairId } from './repairs.ts';
import type { Report } from './report.ts';

/** A report on the page, and what it was made of. */
export interface Shown {
  readonly kind: 'report';
  readonly report: Report;
  readonly evidences: Evidences;
  /** The answers are those of this device. */
  readonly own: boolean;
  /** The load test that was read on this device; absent where there was none, or the answers are others. */
  readonly tested?: Tested;
  readonly day: Date;
  /** The repairs that are switched on; absent while nothing was switched. */
  readonly repairs?: readonly RepairId[] | undefined;
  /** Version of the model that the link named. */
  readonly linked: string;
}

/** What this page has to show. */
export type Found =
  | Shown
  /** The link cannot be read: a sentence that says why and what to do. */
  | { readonly kind: 'refused'; readonly message: string }
  /** No link, and no answers on this device. */
  | { readonly kind: 'nothing' };

/** The target is left out: it can be changed on this page. */
const app = ({ target: _, ...rest }: Answers): string =>
  JSON.stringify(Object.entries(rest).sort());

function shownOf(given: Answers, linked?: string, repairs?: readonly RepairId[]): Found {
  const answers = onPath(given);
  if (Object.keys(answers).length === 0) return { kind: 'nothing' };
  // What a scan or a test found on this device belongs to the answers of this device, not to a link from elsewhere.
  const own = app(onPath(readAnswers())) === app(answers);
  const evidences = own ? readFound().evidences : {};
  const tested = own ? readTested() : undefined;
  const report = makeReport(answers, evidences);
  return {
    kind: 'report',
    report,
    evidences,
    own,
    ...(tested && { tested }),
    day: new Date(),
    linked: linked ?? report.model,
    ...(repairs && { repairs }),
  };
}

/** The report of the link, or else of the answers on this device. */
function find(): Found {
  const fragment = location.hash.slice(1);
  if (!fragment.includes('=')) return shownOf(readAnswers());
  const linked = fromFragment(fragment);
  if (!linked.ok) return { kind: 'refused', message: linked.message };
  return shownOf(linked.answers, linked.model, linked.repairs);
}

/** Puts the report that is shown into the address. */
function keepInAddress({ report, linked, repairs }: Shown): void {
  const fragment = toFragment(report.answers, linked, repairs);
  history.replaceState(history.state, '', `#${fragment}`);
}

/** Reads the address, and reads it again when another link is opened in the same tab. */
export function useReport() {
  const [found, setFound] = useState<Found>();
  /** Counts the addresses that were read, so that a new one starts the page anew. */
  const [read, setRead] = useState(0);

  useEffect(() => {
    const open = () => {
      setFound(find());
      setRead((before) => before + 1);
    };
    // A jump within the page is no link to a report: the one that is shown stays in the address.
    const changed = () => {
      if (location.hash.includes('=')) open();
      else setFound((before) => before && { ...before });
    };
    open();
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);

  useEffect(() => {
    if (found?.kind === 'report') keepInAddress(found);
  }, [found]);

  const change = useCallback((how: (shown: Shown) => Shown) => {
    setFound((before) => (before?.kind === 'report' ? how(before) : before));
  }, []);

  return {
    found,
    read,
    switchTo: useCallback(
      (repairs: readonly RepairId[]) => change((shown) => ({ ...shown, repairs })),
      [change],
    ),
    planFor: useCallback(
      (target: Answers['target']) =>
        startTransition(() =>
          change((shown) => {
            const answers = { ...shown.report.answers, target };
            return { ...shown, report: makeReport(answers, shown.evidences) };
          }),
        ),
      [change],
    ),
  };
}
