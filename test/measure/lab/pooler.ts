import { chownSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { start, stop } from './children.ts';
import { type Cluster, freePort, PASSWORD, postgresUser } from './cluster.ts';
import type { Tools } from './tools.ts';

export interface Pooler {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

const open = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Starts PgBouncer before the cluster, on the core of the database; `tls`: its clients have to encrypt. */
export async function startPooler(
  tools: Tools,
  cluster: Cluster,
  { mode, size }: { readonly mode: 'transaction' | 'session'; readonly size: number },
  tls: boolean,
): Promise<Pooler> {
  const port = await freePort();
  const [settings, users] = [
    join(cluster.folder, 'pgbouncer.ini'),
    join(cluster.folder, 'users.txt'),
  ];
  writeFileSync(users, `"postgres" "${PASSWORD}"\n"visitor" "${PASSWORD}"\n`);
  writeFileSync(
    settings,
    `[databases]
postgres = host=127.0.0.1 port=${cluster.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = ${mode}
default_pool_size = ${size}
max_client_conn = 10000
query_wait_timeout = 120
server_idle_timeout = 0
log_connections = 0
log_disconnections = 0
log_pooler_errors = 0
${tls ? `client_tls_sslmode = require\nclient_tls_key_file = ${cluster.key}\nclient_tls_cert_file = ${cluster.certificate}\n` : ''}`,
  );
  const user = postgresUser();
  if (user) for (const path of [settings, users]) chownSync(path, user.uid, user.gid);
  const child = start(tools.taskset, ['-c', '0', tools.pgbouncer, '-q', settings], {
    stdio: 'ignore',
    cwd: cluster.folder,
    ...user,
  });
  for (let attempt = 0; !(await open(port)); attempt++) {
    if (attempt > 100 || child.exitCode !== null) throw new Error('PgBouncer did not start.');
    await pause(50);
  }
  return { pid: child.pid ?? 0, port, stop: () => stop(child, 'SIGINT') };
}
