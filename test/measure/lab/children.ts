import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** Every process that a measurement starts, so that none outlives it. */
const running = new Set<ChildProcess>();
/** What else has to be undone at the end, last first. */
const undo: (() => void | Promise<void>)[] = [];

/** Starts a process in a group of its own: Ctrl+C reaches only us, and we end it in order. */
export function start(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const child = spawn(command, args, { detached: true, ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Asks a process to end and waits; insists after ten seconds. */
export function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(insist);
      resolve();
    });
    child.kill(signal);
  });
}

/** Runs a command to its end and returns what it printed. */
export async function output(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<string> {
  const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let printed = '';
  child.stdout?.on('data', (chunk) => (printed += chunk));
  child.stderr?.on('data', (chunk) => (printed += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${printed}`);
  return printed;
}

export function atEnd(action: () => void | Promise<void>): void {
  undo.push(action);
}

let ending: Promise<void> | undefined;

async function end(): Promise<void> {
  await Promise.all([...running].map((child) => stop(child, 'SIGINT')));
  for (const action of undo.splice(0).toReversed()) await action();
}

/** Ends every process and undoes the rest; safe to call twice. */
export function endAll(): Promise<void> {
  ending ??= end();
  return ending;
}

/** Cleans up on Ctrl+C and on a polite kill, then ends with the usual status. */
export function endOnSignals(): void {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => void endAll().finally(() => process.exit(status)));
  }
  // A database that is killed for its memory ends its connections; it must not outlive us half dead.
  process.once('uncaughtException', (error) => {
    console.error(error);
    void endAll().finally(() => process.exit(1));
  });
}
