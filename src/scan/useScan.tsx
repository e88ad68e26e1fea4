import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reply, Request, Scanned } from './message.ts';

export type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  | { readonly kind: 'scanned'; readonly scanned: Scanned }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * The worker. Its script is fetched as soon as the page is there, so that the network can be switched
 * off before anything is given to it.
 */
export function useScan() {
  const worker = useRef<Worker>(undefined);
  const busy = useRef(false);
  const [state, setState] = useState<State>({ kind: 'waiting' });
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
    busy.current = false;
  }, []);
  const ready = useCallback(() => {
    if (worker.current) return worker.current;
    const next = new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' });
    next.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      busy.current = data.kind === 'progress';
      setState(data.kind === 'progress' ? { ...data, kind: 'reading' } : data);
    });
    next.addEventListener('error', () => {
      stop();
      setState({
        kind: 'refused',
        message: 'Reload the page and try again in a current browser.',
      });
    });
    worker.current = next;
    return next;
  }, [stop]);
  useEffect(() => {
    ready();
    return stop;
  }, [ready, stop]);

  const start = useCallback(
    (request: Request) => {
      // What is under way is no longer wanted.
      if (busy.current) stop();
      setState({ kind: 'reading', done: 0, of: 0 });
      ready().postMessage(request);
      busy.current = true;
    },
    [ready, stop],
  );
  const cancel = useCallback(() => {
    stop();
    setState({ kind: 'waiting' });
    ready();
  }, [ready, stop]);
  const refuse = useCallback((message: string) => setState({ kind: 'refused', message }), []);
  return { state, start, cancel, refuse };
}
