import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from './progress.ts';

/**
 * At each new place: the top of it in view, the focus on its heading, its name in the browser's tab.
 * The page as it is loaded keeps its place and focus. Returns where the top is.
 */
export function useArrival(
  place: Place,
  heading: RefObject<HTMLHeadingElement | null>,
  title: string,
) {
  const top = useRef<HTMLDivElement>(null);
  const arrived = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs at each step, whatever it is
  useEffect(() => {
    if (arrived.current) top.current?.scrollIntoView({ behavior: 'instant', block: 'start' });
    if (arrived.current || document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
    arrived.current = true;
  }, [place]);

  useEffect(() => {
    document.title = title;
  }, [title]);

  return top;
}
