import { spawn } from 'node:child_process';
import { chromium, type Page } from '@playwright/test';
import type { MeasuredScan } from '#src/scan/measured.ts';
import { browser } from '#test/browser.mjs';

const PORT = 8797;
const SITE = `http://localhost:${PORT}`;
type Speed = MeasuredScan['speed'][number];

async function up() {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await fetch(`${SITE}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('The site did not start: build it first');
}

const numberIn = (text: string, pattern: RegExp) =>
  Number(pattern.exec(text)?.[1]?.replaceAll(',', ''));

/** Seconds from the choice of the ZIP to the findings, and the longest task of the page meanwhile. */
async function timed(page: Page, zip: string): Promise<Speed> {
  await page.addInitScript(() => {
    const longest = { ms: 0 };
    Object.assign(globalThis, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'longtask' });
  });
  await page.goto(`${SITE}/scan/`, { waitUntil: 'networkidle' });
  // What the page does to start up is not the scan's.
  await page.evaluate(() => Object.assign(Reflect.get(globalThis, 'longest'), { ms: 0 }));
  const start = performance.now();
  await page.getByLabel('ZIP of your project').setInputFiles(zip);
  const looked = page.locator('.scan-coverage .figure');
  await looked.waitFor({ timeout: 120_000 });
  const seconds = (performance.now() - start) / 1000;
  await page.waitForTimeout(500);
  const text = await looked.innerText();
  const longest = await page.evaluate(() => Number(Reflect.get(globalThis, 'longest').ms));
  return {
    lines: numberIn(text, /([\d,]+) lines/),
    migrations: numberIn(text, /([\d,]+) SQL files/),
    seconds: Math.round(seconds * 100) / 100,
    longestTask: Math.round(longest) / 1000,
  };
}

/** Each ZIP three times in a fresh tab; the middle run is told. */
export async function speedOf(zips: readonly string[]): Promise<Speed[]> {
  const server = spawn(process.execPath, ['test/e2e/server.mjs', String(PORT)], {
    stdio: 'ignore',
  });
  try {
    await up();
    const chrome = await chromium.launch({ executablePath: browser(), args: ['--no-sandbox'] });
    const all: Speed[] = [];
    for (const zip of zips) {
      const runs: Speed[] = [];
      for (let run = 0; run < 3; run++) {
        const page = await chrome.newPage({ viewport: { width: 390, height: 844 } });
        runs.push(await timed(page, zip));
        await page.close();
      }
      const [, middle] = runs.sort((a, b) => a.seconds - b.seconds);
      if (middle) all.push(middle);
      console.log(runs);
    }
    await chrome.close();
    return all;
  } finally {
    server.kill();
  }
}
