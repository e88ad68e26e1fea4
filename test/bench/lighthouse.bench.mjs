/**
 * Lighthouse as on a phone, over the built site on the local runtime: the four scores, and what moves.
 * npm fetches it for this run alone: with what it brings along it weighs 140 MB, which nothing else needs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { browser } from '../browser.mjs';
import { serve } from './served.mjs';

const PAGES = ['/', '/scaling-issues/', '/scaling-issues/indexes/'];
const KINDS = ['performance', 'accessibility', 'best-practices', 'seo'];
const LIGHTHOUSE = 'lighthouse@13.5.0';
const file = 'test/results/lighthouse.json';

function audit(address) {
  const { status } = spawnSync(
    'npm',
    [
      'exec',
      '--yes',
      `--package=${LIGHTHOUSE}`,
      '--',
      'lighthouse',
      address,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${KINDS.join()}`,
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    { stdio: 'inherit', env: { ...process.env, CHROME_PATH: browser() } },
  );
  if (status !== 0) throw new Error(`Lighthouse could not read ${address}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const { site, stop } = await serve(8799);
try {
  mkdirSync('test/results', { recursive: true });
  for (const page of PAGES) {
    const { categories, audits } = audit(site + page);
    const scores = KINDS.map((kind) => `${kind} ${Math.round(categories[kind].score * 100)}`);
    const times = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'].map(
      (name) => audits[name].displayValue,
    );
    console.log(`${page.padEnd(26)} ${scores.join(' · ')}`);
    console.log(
      `${''.padEnd(26)} first paint ${times[0]}, largest ${times[1]}, blocked ${times[2]}, layout shift ${audits['cumulative-layout-shift'].displayValue}`,
    );
    for (const kind of KINDS)
      for (const { id, weight } of categories[kind].auditRefs)
        if (weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
          console.log(`${''.padEnd(26)} ${kind}: ${audits[id].title}`);
  }
} finally {
  stop();
}
