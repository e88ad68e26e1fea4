import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { start } from '../lab/children.ts';
import { GENERATOR_CORE } from '../lab/machine.ts';
import type { Tools } from '../lab/tools.ts';
import { processorOf } from '../lab/processor.ts';
import { parseScreens, type Screens } from './screens.ts';

/** Seconds that a user thinks between two screens. */
export const THINK = { least: 2, most: 5 } as const;

const script = fileURLToPath(new URL('./users.lua', import.meta.url));

export interface Load {
  readonly users: number;
  readonly requests: number;
  readonly port: number;
  /** Seconds of think time; none to find out how much the app can do at most. */
  readonly think: { readonly least: number; readonly most: number };
  /** Seconds that are left out, and seconds that count. */
  readonly warm: number;
  readonly window: number;
  readonly seed: number;
  /** Seconds after which a screen that is still missing counts as too slow. */
  readonly late: number;
}

export interface Generated extends Screens {
  /** Share of one core that the generator itself used. */
  readonly generator: number;
}

/**
 * Closed-loop users, by `wrk` of Debian. It is chosen over k6, tsung, locust and autocannon because it
 * needs 20–120 µs of processor a request (more with more users: its timers are a list) where those
 * need 100–1,000, and the two cores of a small machine must serve the app too; its `delay()` gives each
 * connection a think time of its own. It shares the database's core, because the app server's is one
 * thread that a neighbour would slow, and `generator` tells how much of that core it took.
 * `within` is called when the warm-up is over and when the window is.
 */
export async function generate(
  { taskset, wrk }: Tools,
  { users, requests, port, think, warm, window, seed, late }: Load,
  within: { begin(): Promise<void>; end(): Promise<void> },
): Promise<Generated> {
  const duration = Math.ceil(warm + window);
  const child = start(
    taskset,
    [
      '-c',
      GENERATOR_CORE,
      wrk,
      '-t1',
      `-c${users}`,
      `-d${duration}s`,
      '--timeout',
      '600s',
      '-s',
      script,
      `http://127.0.0.1:${port}/`,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        USERS: `${think.most > 0 ? users : 0}`,
        REQUESTS: `${requests}`,
        SCREEN: '/',
        THINK_LEAST: `${think.least}`,
        THINK_MOST: `${think.most}`,
        WARM: `${warm}`,
        WINDOW: `${window}`,
        SEED: `${seed}`,
      },
    },
  );
  let printed = '';
  child.stdout?.on('data', (chunk) => (printed += chunk));
  const pid = child.pid ?? 0;
  const closed = once(child, 'close');
  await pause(warm * 1000);
  await within.begin();
  const before = processorOf(pid);
  await pause((window - 0.1) * 1000);
  const generator = processorOf(pid) - before;
  await within.end();
  await closed;
  return { ...parseScreens(printed, window, late), generator: generator / window };
}
