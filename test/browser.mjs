import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const known = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of the Chromium or Chrome of this machine, or undefined. */
export const find = () => known.find((path) => path && existsSync(path));

const apt = (...words) =>
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/**
 * Path of a Chromium or Chrome. Where there is none and this is a Debian
 * machine run as root, it is installed from Debian's packages.
 * @throws {Error} with a sentence that says what to do.
 */
export function browser() {
  const found = find();
  if (found) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Installing Chromium (once) …');
    if (
      apt('update', '-qq') &&
      apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
    ) {
      const installed = find();
      if (installed) return installed;
    }
  }
  throw new Error(
    'No Chromium was found. Install it (Debian: sudo apt-get install chromium), or set CHROME_PATH to a Chromium or Chrome, then try again.',
  );
}
