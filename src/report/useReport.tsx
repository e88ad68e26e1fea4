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
      readonly linked: string;
    }
  /** The link cannot be read: a sentence that says why and what to do. */
  | { readonly kind: 'refused'; readonly message: string }
  /** No link, and no answers on this device. */
  | { readonly kind: 'nothing' };

function reportOf(answers: Answers, linked: string): Found {
  const report = makeReport(onPath(answers));
  return { kind: 'report', report, day: new Date(), linked };
}

/** The report of the link, or else of the answers on this device, whose link the address then is. */
function find(): Found {
  const fragment = location.hash.slice(1);
  if (fragment.includes('=')) {
    const linked = fromFragment(fragment);
    if (!linked.ok) return { kind: 'refused', message: linked.message };
    const given = Object.keys(linked.answers).length > 0;
    return given ? reportOf(linked.answers, linked.model) : { kind: 'nothing' };
  }
  const answers = onPath(readAnswers());
  if (Object.keys(answers).length === 0) return { kind: 'nothing' };
  history.replaceState(history.state, '', `#${toFragment(answers)}`);
  const found = reportOf(answers, '');
  return found;
}

/** Reads the address, and reads it again when another link is opened in the same tab. */
export function useReport(): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    const read = () => {
      // A link to a part of the page is no report's link.
      if (location.hash === '' || location.hash.includes('=')) setFound(find());
    };
    setFound(find());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return found;
}
