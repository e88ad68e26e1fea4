import { performance } from 'node:perf_hooks';

export type Failure = 'connections' | 'timeLimit' | 'other';

/** What the app server counted in a window. Seconds. */
export interface Counted {
  readonly requests: number;
  readonly queries: number;
  readonly failures: Readonly<Record<Failure, number>>;
  /** Requests that are being answered at this moment. */
  readonly open: number;
  /** Time that requests waited for a connection, summed. */
  readonly waited: number;
  /** Time that connections were held, summed. */
  readonly held: number;
  /** Busy share of the one thread that serves, 0–1. */
  readonly busy: number;
  readonly seconds: number;
  readonly firstError?: string;
}

let counts = {
  requests: 0,
  queries: 0,
  waited: 0,
  held: 0,
  failures: { connections: 0, timeLimit: 0, other: 0 },
};
let open = 0;
let since = performance.now();
let loop = performance.eventLoopUtilization();
let firstError: string | undefined;

export const tally = {
  request() {
    counts.requests++;
    open++;
  },
  answered() {
    open--;
  },
  query() {
    counts.queries++;
  },
  waited(seconds: number) {
    counts.waited += seconds;
  },
  held(seconds: number) {
    counts.held += seconds;
  },
  failure(kind: Failure, error: unknown) {
    counts.failures[kind]++;
    if (kind === 'other') firstError ??= String(error);
  },
  /** What was counted since the last reading. */
  read(): Counted {
    const now = performance.now();
    const at = performance.eventLoopUtilization();
    const busy = performance.eventLoopUtilization(at, loop).utilization;
    const counted: Counted = {
      ...counts,
      open,
      busy,
      seconds: (now - since) / 1000,
      ...(firstError !== undefined && { firstError }),
    };
    counts = {
      requests: 0,
      queries: 0,
      waited: 0,
      held: 0,
      failures: { connections: 0, timeLimit: 0, other: 0 },
    };
    since = now;
    loop = at;
    firstError = undefined;
    return counted;
  },
};
