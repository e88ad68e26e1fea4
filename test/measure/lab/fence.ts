import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { atEnd } from './children.ts';

/** What the database may use; left out: all that the machine has. */
export interface Limits {
  /** Share of one core, for plans that have less than one. */
  readonly share?: number;
  /** Megabytes of memory, files that the system keeps for it among them. */
  readonly memory?: number;
  /** Megabytes a second that it may read from disk. */
  readonly disk?: number;
}

export interface Fence {
  /** Puts a process, and every process that it starts from then on, behind the fence. */
  hold(pid: number): void;
  remove(): Promise<void>;
}

const ROOT = '/sys/fs/cgroup';
/** Short periods, so that a part of a core feels like a slow core and not like a fast one with pauses. */
const PERIOD = 10_000;

/** Kilobytes that Linux reads ahead of a scan unless told otherwise. */
export const READ_AHEAD = 128;

/** Control groups of the first kind mount each controller apart, those of the second kind all in one. */
const unified = existsSync(join(ROOT, 'cgroup.controllers'));

function device(folder: string): string {
  const { dev } = statSync(folder);
  return `${(dev >> 8) & 0xfff}:${(dev & 0xff) | ((dev >> 12) & 0xfff00)}`;
}

/**
 * Sets what the disk of a folder reads ahead, which is megabytes on some machines: more than a fenced
 * memory holds. Returns what sets it back.
 */
function readAhead(folder: string): () => void {
  const block = realpathSync(join('/sys/dev/block', device(folder)));
  const whole = existsSync(join(block, 'partition')) ? join(block, '..') : block;
  const file = join(whole, 'queue/read_ahead_kb');
  const usual = readFileSync(file, 'utf8');
  writeFileSync(file, `${READ_AHEAD}`);
  return () => writeFileSync(file, usual);
}

function settings(
  { share, memory, disk }: Limits,
  folder: string,
): [controller: string, file: string, value: string][] {
  const list: [string, string, string][] = [];
  if (share !== undefined) {
    const quota = Math.round(share * PERIOD);
    if (unified) list.push(['cpu', 'cpu.max', `${quota} ${PERIOD}`]);
    else
      list.push(['cpu', 'cpu.cfs_period_us', `${PERIOD}`], ['cpu', 'cpu.cfs_quota_us', `${quota}`]);
  }
  if (memory !== undefined) {
    list.push([
      'memory',
      unified ? 'memory.max' : 'memory.limit_in_bytes',
      `${memory * 1024 * 1024}`,
    ]);
  }
  if (disk !== undefined) {
    const bytes = Math.round(disk * 1e6);
    if (unified) list.push(['io', 'io.max', `${device(folder)} rbps=${bytes}`]);
    else list.push(['blkio', 'blkio.throttle.read_bps_device', `${device(folder)} ${bytes}`]);
  }
  return list;
}

/**
 * A control group of Linux with these limits, for a process whose files lie in `folder`. Throws a
 * sentence when this user may not make one: then the configurations that need it cannot be measured.
 */
export function fence(name: string, limits: Limits, folder: string): Fence {
  const list = settings(limits, folder);
  const parent = (controller: string) => (unified ? ROOT : join(ROOT, controller));
  const groups = [...new Set(list.map(([controller]) => join(parent(controller), name)))];
  let restore: (() => void) | undefined;
  try {
    for (const group of groups) mkdirSync(group, { recursive: true });
    for (const [controller, file, value] of list) {
      writeFileSync(join(parent(controller), name, file), value);
    }
    if (limits.disk !== undefined) restore = readAhead(folder);
  } catch (cause) {
    throw new Error(
      'Run this as root on Linux: a limit on memory, disk or part of a core needs a control group.',
      { cause },
    );
  }
  const remove = async () => {
    restore?.();
    restore = undefined;
    for (const group of groups) {
      for (let attempt = 0; existsSync(group) && attempt < 50; attempt++) {
        try {
          rmdirSync(group);
        } catch {
          await pause(100); // A process that has just ended is still listed for a moment.
        }
      }
    }
  };
  atEnd(remove);
  return {
    hold(pid) {
      for (const group of groups) writeFileSync(join(group, 'cgroup.procs'), `${pid}`);
    },
    remove,
  };
}
