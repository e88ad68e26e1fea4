import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { find } from '#test/browser.mjs';
import { output } from './children.ts';
import { FIXED } from './cluster.ts';
import { READ_AHEAD } from './fence.ts';
import { machineClass } from './machine.ts';
import type { Tools } from './tools.ts';

/** What stands at the head of every file of measurements. */
export interface Head {
  readonly script: string;
  readonly date: string;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  /** How the figures came about, for a reader who wants to repeat them. */
  readonly method: string;
}

const firstNumber = (text: string) => /\d+(\.\d+)+/.exec(text)?.[0] ?? text.trim();

/** Versions of everything that took part. */
export async function versionsOf(tools: Tools): Promise<Record<string, string>> {
  const wrk = await output(tools.wrk, ['--version']).catch((error: Error) => error.message);
  return {
    postgresql: firstNumber(await output(tools.postgres, ['--version'])),
    pgbouncer: firstNumber(await output(tools.pgbouncer, ['--version'])),
    wrk: firstNumber(wrk.slice(wrk.indexOf('wrk '))),
    node: process.versions.node,
    chromium: firstNumber(
      await output(find() ?? 'chromium', ['--version']).catch(() => 'not installed'),
    ),
  };
}

export function head(script: string, method: string, versions: Record<string, string>): Head {
  return {
    script: `test/measure/${script}`,
    date: new Date().toISOString().slice(0, 10),
    machine: machineClass(),
    versions,
    settings: { ...FIXED, disk_read_ahead: `${READ_AHEAD}kB` },
    method,
  };
}

const fileOf = (name: string) =>
  fileURLToPath(new URL(`../../../content/measurements/${name}.json`, import.meta.url));

/** Four digits that count: more would pretend. */
const round = (_key: string, value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(4)) : value;

export function write(name: string, content: object): void {
  const file = fileOf(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, round, 2)}\n`);
}

/** What an earlier run wrote, or undefined. */
export function read<T>(name: string): T | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(name), 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
