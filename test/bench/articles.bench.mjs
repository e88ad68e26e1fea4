/**
 * How the build grows with the articles: 100, 300 and 1,000 of them, each with a title, a page, an
 * image, a place in the feed and in the search of its own. Built in a copy, from nothing each time.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const COUNTS = [100, 300, 1000];
const model = readFileSync(join(root, 'content/articles/indexes.mdx'), 'utf8');

/** A copy of what the build reads; packages are linked, caches are left behind. */
function copied() {
  const copy = mkdtempSync(join(tmpdir(), 'build-'));
  for (const part of [
    'src',
    'content',
    'public',
    'astro.config.mjs',
    'package.json',
    'tsconfig.json',
  ])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  return copy;
}

/** Seconds that a build of so many articles takes. */
function build(copy, count) {
  for (const left of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
    rmSync(join(copy, left), { recursive: true, force: true });
  const folder = join(copy, 'content/articles');
  for (let i = readdirSync(folder).length; i < count; i++)
    writeFileSync(
      join(folder, `grown-${i}.mdx`),
      model
        .replace(/^title: .*$/m, `title: The query number ${i}`)
        .replace(/^order: .*$/m, `order: ${i}`),
    );
  const start = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
    {
      cwd: copy,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  if (status !== 0) throw new Error(`The build of ${count} articles failed`);
  return (performance.now() - start) / 1000;
}

const copy = copied();
try {
  let before;
  for (const count of COUNTS) {
    const seconds = build(copy, count);
    const each = before && ((seconds - before.seconds) * 1000) / (count - before.count);
    console.log(
      `${String(count).padStart(5)} articles ${seconds.toFixed(1).padStart(6)} s${each ? `   ${each.toFixed(0).padStart(4)} ms for each more` : ''}`,
    );
    before = { count, seconds };
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
