/** `npm run bench`: speed and weight, printed and never asserted, since they are the machine's as much as ours. */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { weigh } from '../weight.mjs';

const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

console.log(`Node ${process.versions.node}, ${cpus().length} cores\n\nBuild of the whole site`);
const start = performance.now();
const { status } = spawnSync(process.execPath, [astro, 'build', '--silent'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
});
if (status !== 0) process.exit(1);
console.log(`${((performance.now() - start) / 1000).toFixed(1)} s`);

console.log('\nBuild of many articles, from nothing');
await import('./articles.bench.mjs');

console.log('\nWeight of a page as sent, in kilobytes');
for (const page of ['/', '/scaling-issues/', '/quiz/', '/report/', '/book/']) {
  const parts = Object.entries(weigh(page)).map(
    ([kind, bytes]) => `${kind} ${(bytes / 1000).toFixed(1).padStart(5)}`,
  );
  console.log(`${page.padEnd(18)} ${parts.join('   ')}`);
}

console.log('\nThe Worker on the local runtime, twenty at once');
await import('./worker.bench.mjs');

console.log('\nA full report in Chromium');
await import('./report.bench.mjs');

console.log('\nA tap in the quiz, on a processor slowed down four times');
await import('./quiz.bench.mjs');

console.log('\nLighthouse, as on a phone');
await import('./lighthouse.bench.mjs');
