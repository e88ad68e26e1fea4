import { readFileSync } from 'node:fs';

/** The kernel counts processor time in hundredths of a second on every Linux that Debian ships. */
const TICKS = 100;

function fields(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const number = (list: readonly string[], place: number) => Number(list[place] ?? 0);

function children(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

/** Seconds of processor that a process and its children, ended ones among them, have used so far. */
export function processorOf(pid: number): number {
  try {
    const own = fields(`/proc/${pid}/stat`);
    const ticks = number(own, 11) + number(own, 12) + number(own, 13) + number(own, 14);
    return ticks / TICKS + children(pid).reduce((sum, child) => sum + processorOf(child), 0);
  } catch {
    return 0; // It ended between two reads; its parent has its time by now.
  }
}

/** Bytes that a process's children have had read from disk. */
export function readByChildren(pid: number): number {
  return children(pid).reduce((sum, child) => {
    try {
      return (
        sum +
        Number(/^read_bytes: (\d+)/m.exec(readFileSync(`/proc/${child}/io`, 'utf8'))?.[1] ?? 0)
      );
    } catch {
      return sum;
    }
  }, 0);
}

/**
 * Seconds of processor that the whole machine, or one core of it, has used: time taken by its host
 * among them, and that of the kernel for nobody in particular, as for the packets of new connections.
 */
export function processorOfMachine(core?: string): number {
  const lines = readFileSync('/proc/stat', 'utf8').split('\n');
  const line = lines.find((each) => each.startsWith(`cpu${core ?? ''} `)) ?? '';
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0, steal = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + soft + steal) / TICKS;
}
