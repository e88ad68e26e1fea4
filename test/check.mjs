/** `npm run check`: types, lint, format, unused code, generated files, and the weight of the built pages. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { weigh } from './weight.mjs';

const bin = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
const node =
  (...args) =>
  () =>
    spawnSync(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', WRANGLER_SEND_METRICS: 'false' },
    }).status === 0;

/** Prints each page beside its budget (kilobytes of 1,000 bytes, in package.json). */
function budgets() {
  const { budgets } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  let kept = true;
  for (const [page, limits] of Object.entries(budgets)) {
    const weight = weigh(page);
    const parts = Object.entries(limits).map(([kind, limit]) => {
      const over = weight[kind] > limit * 1000;
      if (over) kept = false;
      return `${kind} ${(weight[kind] / 1000).toFixed(1)} of ${limit} kB${over ? ' OVER' : ''}`;
    });
    console.log(`  ${page}  ${parts.join(' · ')}`);
  }
  return kept;
}

const checks = {
  'Lock file holds every platform': () => {
    const { status, stderr } = spawnSync('npm', ['ci', '--dry-run', '--loglevel=error'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) console.error(stderr);
    return status === 0;
  },
  'Types of pages and tests': node(
    bin('astro/bin/astro.mjs'),
    'check',
    '--minimumFailingSeverity',
    'hint',
  ),
  'Types of the Worker': node(bin('typescript/bin/tsc'), '-p', 'functions/tsconfig.json'),
  'Types made from wrangler.jsonc are current': node(
    bin('wrangler/bin/wrangler.js'),
    ...[
      'types',
      '--check',
      '--config',
      'functions/wrangler.jsonc',
      'functions/worker-configuration.d.ts',
    ],
  ),
  Lint: node(bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'),
  Format: node(bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  'Unused code': node(bin('knip/bin/knip.js')),
  Build: node(bin('astro/bin/astro.mjs'), 'build', '--silent'),
  'Page weight': budgets,
};

const failed = Object.entries(checks).filter(([title, check]) => {
  console.log(`\n${title}`);
  return !check();
});
if (failed.length > 0) {
  console.error(`\nNot passed: ${failed.map(([title]) => title).join(', ')}`);
  process.exit(1);
}
console.log('\nEvery check passed.');
