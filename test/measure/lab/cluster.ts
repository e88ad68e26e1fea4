import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { atEnd, output, start, stop } from './children.ts';
import { type Fence, fence, type Limits } from './fence.ts';
import type { Tools } from './tools.ts';

/** What differs between configurations; the rest is in `FIXED`. */
export interface Server extends Limits {
  /** Cores that the database is pinned to, `0` or `0,1`. */
  readonly cores: string;
  readonly connections: number;
  readonly tls: boolean;
  /** Megabytes of PostgreSQL's own buffers. */
  readonly buffers: number;
}

/** The same in every measurement, and written down with it. */
export const FIXED = {
  autovacuum: 'off',
  checkpoint_timeout: '30min',
  fsync: 'on',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_wal_size: '4GB',
  password_encryption: 'scram-sha-256',
  superuser_reserved_connections: '3',
  synchronous_commit: 'on',
  work_mem: '16MB',
} as const;

export const PASSWORD = 'known-to-the-laboratory';

/** The user that PostgreSQL runs as when we are root, which it refuses to run as. */
export function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined)
    throw new Error('Install PostgreSQL from Debian: there is no user named postgres.');
  return { uid: Number(uid), gid: Number(gid) };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}

/** A private PostgreSQL in a temporary folder, on loopback only. */
export class Cluster {
  readonly folder: string;
  readonly port: number;
  readonly #tools: Tools;
  #process: ChildProcess | undefined;
  #fence: Fence | undefined;
  #server = '';

  private constructor(tools: Tools, folder: string, port: number) {
    this.#tools = tools;
    this.folder = folder;
    this.port = port;
  }

  static async create(tools: Tools): Promise<Cluster> {
    const user = postgresUser();
    const folder = mkdtempSync(join(tmpdir(), 'loadworthy-measure-'));
    atEnd(() => rmSync(folder, { recursive: true, force: true }));
    const secret = join(folder, 'password');
    writeFileSync(secret, PASSWORD);
    if (user) for (const path of [folder, secret]) chownSync(path, user.uid, user.gid);
    const data = join(folder, 'data');
    await output(
      tools.initdb,
      [
        '-D',
        data,
        '-U',
        'postgres',
        '--pwfile',
        secret,
        '-A',
        'scram-sha-256',
        '-E',
        'UTF8',
        '--locale',
        'C',
        '--no-sync',
      ],
      { cwd: folder, ...user },
    );
    const cluster = new Cluster(tools, folder, await freePort());
    const { key, certificate } = cluster;
    await output(tools.openssl, [
      ...['req', '-new', '-x509', '-days', '2', '-nodes', '-subj', '/CN=localhost'],
      ...['-newkey', 'rsa:2048', '-keyout', key, '-out', certificate],
    ]);
    chmodSync(key, 0o600);
    if (user) for (const path of [key, certificate]) chownSync(path, user.uid, user.gid);
    return cluster;
  }

  /** Where the key and the certificate lie, of the server's own making. */
  get key(): string {
    return join(this.folder, 'data', 'server.key');
  }

  get certificate(): string {
    return join(this.folder, 'data', 'server.crt');
  }

  /** The process whose children serve the connections. */
  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error('Start the database first.');
    return pid;
  }

  client(options: pg.ClientConfig = {}): pg.Client {
    return new pg.Client({
      host: '127.0.0.1',
      port: this.port,
      user: 'postgres',
      password: PASSWORD,
      database: 'postgres',
      ...options,
    });
  }

  /** Runs statements as the owner and returns the rows of the last one. */
  async run(sql: string): Promise<Record<string, unknown>[]> {
    const client = this.client();
    await client.connect();
    try {
      const result = await client.query(sql);
      const last: pg.QueryResult = Array.isArray(result) ? result.at(-1) : result;
      return last.rows;
    } finally {
      await client.end();
    }
  }

  /** Starts the server as described; leaves it running when it already is. */
  async use(server: Server): Promise<void> {
    const wanted = JSON.stringify(server);
    if (wanted === this.#server) return;
    await this.stop();
    const { share, memory, disk } = server;
    const set = {
      ...FIXED,
      listen_addresses: '127.0.0.1',
      port: this.port,
      unix_socket_directories: '',
      max_connections: server.connections,
      shared_buffers: `${server.buffers}MB`,
      ssl: server.tls ? 'on' : 'off',
    };
    if (share !== undefined || memory !== undefined || disk !== undefined) {
      this.#fence = fence(`loadworthy-${process.pid}`, server, this.folder);
    }
    const user = postgresUser();
    this.#process = start(
      this.#tools.taskset,
      [
        '-c',
        server.cores,
        this.#tools.postgres,
        '-D',
        join(this.folder, 'data'),
        ...Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      { cwd: this.folder, stdio: 'ignore', ...user },
    );
    this.#fence?.hold(this.pid);
    for (let attempt = 0; ; attempt++) {
      try {
        await this.run('select 1');
        break;
      } catch (cause) {
        if (attempt > 150 || this.#process.exitCode !== null)
          throw new Error('PostgreSQL did not start.', { cause });
        await pause(100);
      }
    }
    this.#server = wanted;
  }

  async stop(): Promise<void> {
    if (this.#process) await stop(this.#process, 'SIGINT');
    await this.#fence?.remove();
    this.#process = undefined;
    this.#fence = undefined;
    this.#server = '';
  }
}
