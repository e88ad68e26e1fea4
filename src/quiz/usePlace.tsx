import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answers } from './answers.ts';
import { type Place, placeBefore, reachable } from './progress.ts';
import { readPlace } from './storage.ts';

interface Entry {
  readonly place: Place;
  /** How many entries of this quiz lie before this one in the browser's history. */
  readonly depth: number;
  /** Came from the summary to change one answer, and goes back there. */
  readonly changing: boolean;
}

const entry = () => (history.state ?? {}) as Partial<Entry>;

/**
 * What the visitor looks at. Each step is an entry of the browser's history, so that the browser's
 * own Back button goes a question back, and a reload stays where it was.
 */
export function usePlace(answers: Answers) {
  const [place, show] = useState<Place>(() => reachable(answers, entry().place ?? readPlace()));
  const latest = useRef({ answers, place });
  latest.current = { answers, place };

  const enter = useCallback((next: Place, how: 'push' | 'replace', changing = false) => {
    const depth = (entry().depth ?? 0) + (how === 'push' ? 1 : 0);
    const state: Entry = { place: next, depth, changing };
    history[how === 'push' ? 'pushState' : 'replaceState']({ ...history.state, ...state }, '');
    show(next);
  }, []);

  useEffect(() => {
    enter(latest.current.place, 'replace', entry().changing);
    const onPop = () => {
      // A link within the page makes an entry without a place: stay.
      const wanted = entry().place ?? latest.current.place;
      enter(reachable(latest.current.answers, wanted), 'replace', entry().changing);
    };
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, [enter]);

  return {
    place,
    changing: () => entry().changing === true,
    go: (next: Place, changing = false) => enter(next, 'push', changing),
    /** Forgets the way here: for a fresh start. */
    restart: (first: Place) => enter(first, 'replace'),
    back: () => {
      const before = placeBefore(answers, place);
      if ((entry().depth ?? 0) > 0) history.back();
      else if (before) enter(before, 'replace');
    },
  };
}
