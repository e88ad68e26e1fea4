import { useEffect, useState } from 'react';
import type { Answers } from '#src/quiz/answers.ts';
import { onPath } from '#src/quiz/path.ts';
import { readAnswers } from '#src/quiz/storage.ts';
import { fromFragment, toFragment } from './link.ts';
import { makeReport } from './make.ts';
import type { Report } from './report.ts';

/** What this page has to show. */
export type Found =
  | {
      readonly kind: 'report';
      readonly report: Report;
      readonly day: Date;
      /** The fragment that holds this report. */
      readonly fragment: string;
      /** Version of the model that the link named. */
      readonly linked: string;
    }
  /** The link cannot be read: a sentence that says why and what to do. */
  | { readonly kind: 'refused'; readonly message: string }
  /** No link, and no answers on this device. */
  | { readonly kind: 'nothing' };

function reportOf(given: Answers, linked?: string): Found {
  const answers = onPath(given);
  if (Object.keys(answers).length === 0) return { kind: 'nothing' };
  const report = makeReport(answers);
  const fragment = toFragment(answers, linked);
  return { kind: 'report', report, day: new Date(), fragment, linked: linked ?? report.model };
}

/** The report of the link, or else of the answers on this device. */
function find(): Found {
  const fragment = location.hash.slice(1);
  if (!fragment.includes('=')) return reportOf(readAnswers());
  const linked = fromFragment(fragment);
  if (!linked.ok) return { kind: 'refused', message: linked.message };
  return reportOf(linked.answers, linked.model);
}

/** Reads the address, and reads it again when another link is opened in the same tab. */
export function useReport(): Found | undefined {
  const [found, setFound] = useState<Found>();

  useEffect(() => {
    let shown: Found | undefined;
    const read = () => {
      // A jump within the page is no link to a report: the one that is shown stays in the address.
      if (shown === undefined || location.hash.includes('=')) {
        shown = find();
        setFound(shown);
      }
      if (shown.kind === 'report') history.replaceState(history.state, '', `#${shown.fragment}`);
    };
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);

  return found;
}
