/**
 * Installs what the lock file names, and only when it changed since the last time. Runs on the
 * machine's own Node, which may be older than the one that the project brings with it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const stamp = new URL('node_modules/.installed-lock', root);
const lock = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', root)))
  .digest('hex');

const stop = (sentence) => {
  console.error(`\n${sentence}\n`);
  process.exit(1);
};

const [nodeMajor] = process.versions.node.split('.').map(Number);
if (nodeMajor < 18)
  stop(
    `Node ${process.versions.node} is too old to install the project. Install Node 20 or newer.`,
  );

const npm = /npm\/(\d+)/.exec(process.env.npm_config_user_agent ?? '');
if (npm && Number(npm[1]) < 9)
  stop(`npm ${npm[1]} is too old. Run “npm install --global npm@latest”, then try again.`);

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing what the project needs (about a minute, once) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    stop(
      'npm could not install the packages; its message is above. Check the connection, then try again.',
    );
  writeFileSync(stamp, lock);
}
