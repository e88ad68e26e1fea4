import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { atEnd } from './children.ts';

const CPU = '/sys/fs/cgroup/cpu';
const FIRST = -15;
/** Against 1,024 of everybody else. */
const SHARES = 65_536;

let group: string | undefined;
let first = false;

/** Where a limit on the processor has to hang; undefined: at the root. */
export const priorityGroup = () => group;
export const goesFirst = () => first;

async function leave(from: string): Promise<void> {
  writeFileSync(join(CPU, 'cgroup.procs'), `${process.pid}`);
  for (let attempt = 0; existsSync(from) && attempt < 50; attempt++) {
    try {
      rmdirSync(from);
    } catch {
      await pause(100); // A process that has just ended is still listed for a moment.
    }
  }
}

/**
 * Puts this process, and all that it will start, before others that share the machine. Returns
 * whether it was allowed to: without, a build that runs beside falsifies what is measured. A control
 * group where there is one of the first kind, because each connection of PostgreSQL is a session of
 * its own and Linux weighs sessions before it looks at the niceness of processes.
 */
export function goFirst(): boolean {
  try {
    setPriority(FIRST);
    if (existsSync(join(CPU, 'cpu.shares'))) {
      const made = join(CPU, `loadworthy-${process.pid}`);
      mkdirSync(made);
      writeFileSync(join(made, 'cpu.shares'), `${SHARES}`);
      writeFileSync(join(made, 'cgroup.procs'), `${process.pid}`);
      atEnd(() => leave(made));
      group = made;
    }
    first = true;
  } catch {
    first = false; // Only root may.
  }
  return first;
}
