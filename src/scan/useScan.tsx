import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reply, Request, Scanned } from './message.ts';

export type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  | { readonly kind: 'scanned'; readonly scanned: Scanned }
  | { readonly kind: 'refused'; readonly message: string };

/** The worker, made when it is first needed so that the page can be used at once. */
export function useScan() {
  const worker = useRef<Worker>(undefined);
  const [state, setState] = useState<State>({ kind: 'waiting' });
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => stop, [stop]);

  const start = useCallback(
    (request: Request) => {
      stop();
      setState({ kind: 'reading', done: 0, of: 0 });
      const next = new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' });
      next.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
        setState(data.kind === 'progress' ? { ...data, kind: 'reading' } : data);
      });
      next.addEventListener('error', () => {
        setState({
          kind: 'refused',
          message: 'Reload the page and try again in a current browser.',
        });
      });
      next.postMessage(request);
      worker.current = next;
    },
    [stop],
  );
  const cancel = useCallback(() => {
    stop();
    setState({ kind: 'waiting' });
  }, [stop]);
  return { state, start, cancel };
}
