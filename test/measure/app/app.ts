import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { start, stop } from '../lab/children.ts';
import type { Configuration } from '../lab/configuration.ts';
import type { Way } from './connection.ts';
import type { Counted } from './tally.ts';

const script = fileURLToPath(new URL('./server.ts', import.meta.url));

/** The running app server, seen from the process that measures. */
export interface App {
  readonly pid: number;
  readonly port: number;
  /** What it counted since the last reading. */
  read(): Promise<Counted>;
  stop(): Promise<void>;
}

function reply<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: T) => {
      child.off('exit', onExit);
      resolve(message);
    };
    const onExit = (code: number | null) => {
      child.off('message', onMessage);
      reject(new Error(`The app server ended with ${code}.`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
  });
}

/** Starts the app server on its own core. */
export async function startApp(
  taskset: string,
  core: string,
  configuration: Configuration,
  way: Way,
): Promise<App> {
  const child = start(
    taskset,
    ['-c', core, process.execPath, '--disable-warning=ExperimentalWarning', script],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    },
  );
  child.send({ configuration, way });
  const { port } = await reply<{ port: number }>(child);
  return {
    pid: child.pid ?? 0,
    port,
    read() {
      const answer = reply<Counted>(child);
      child.send('read');
      return answer;
    },
    stop: () => stop(child),
  };
}
