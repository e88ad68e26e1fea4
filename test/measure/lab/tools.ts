import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const FOLDER = '/usr/lib/postgresql';

function found(folders: readonly string[], file: string): string | undefined {
  return folders
    .map((folder) => join(folder, file))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function versions(): string[] {
  try {
    return readdirSync(FOLDER).toSorted((a, b) => Number(b) - Number(a));
  } catch {
    return [];
  }
}

export interface Tools {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgbouncer: string;
  readonly wrk: string;
  readonly openssl: string;
  readonly taskset: string;
}

const PACKAGES: Record<keyof Tools, string> = {
  initdb: 'postgresql',
  postgres: 'postgresql',
  pgbouncer: 'pgbouncer',
  wrk: 'wrk',
  openssl: 'openssl',
  taskset: 'util-linux',
};

/** The programs that a measurement starts, or an error that says what to install. */
export function findTools(): Tools {
  const paths = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
  const servers = versions().map((version) => join(FOLDER, version, 'bin'));
  const tools = Object.keys(PACKAGES).map(
    (name) => [name, found([...servers, ...paths], name)] as const,
  );
  const missing = tools.flatMap(([name, path]) =>
    path === undefined ? [PACKAGES[name as keyof Tools]] : [],
  );
  if (missing.length > 0) {
    throw new Error(
      `Install what is missing and start again: sudo apt-get install ${[...new Set(missing)].join(' ')}`,
    );
  }
  return Object.fromEntries(tools) as unknown as Tools;
}
