/**
 * `npm test`: every test, those in the browser included. Ends with the line “N passed, N failed”.
 * `npm test -- unit`, `functions` or `e2e` runs one kind.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browser } from './browser.mjs';

const bin = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
const results = fileURLToPath(new URL('./results/', import.meta.url));
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const run = (args, env = {}) =>
  spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  }).status;

/** Counts of one runner; a runner that died before it wrote its result counts as one failure. */
const count = (file, read) => {
  try {
    return read(JSON.parse(readFileSync(`${results}${file}`, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const vitest = () => {
  const file = 'vitest.json';
  run([
    bin('vitest/vitest.mjs'),
    'run',
    ...['--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json'],
    `--outputFile.json=${results}${file}`,
    ...(only ? ['--project', only] : []),
  ]);
  return count(file, (r) => ({
    passed: r.numPassedTests,
    // A file that cannot be loaded has no failed test, only a failed suite.
    failed: Math.max(r.numFailedTests, r.success ? 0 : 1),
  }));
};

const e2e = () => {
  const chromium = browser();
  if (run([bin('astro/bin/astro.mjs'), 'build', '--silent'], { NODE_ENV: 'production' }) !== 0) {
    return { passed: 0, failed: 1 };
  }
  const file = 'e2e.json';
  const status = run(
    [bin('@playwright/test/cli.js'), 'test', '--config', 'test/playwright.config.ts'],
    { CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: `${results}${file}` },
  );
  return count(file, ({ stats }) => ({
    passed: stats.expected,
    // A server that did not start has no failed test, only a status.
    failed: Math.max(stats.unexpected + stats.flaky, status === 0 ? 0 : 1),
  }));
};

const only = process.argv[2];
const kinds = { unit: [vitest], functions: [vitest], e2e: [e2e] };
const chosen = only ? kinds[only] : [vitest, e2e];
if (!chosen) {
  console.error(
    `There is no kind of test “${only}”. Choose one of: ${Object.keys(kinds).join(', ')}`,
  );
  process.exit(2);
}

let counts;
try {
  counts = chosen.map((kind) => kind());
} catch (error) {
  console.error(`\n${error.message}\n`);
  process.exit(1);
}
const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
