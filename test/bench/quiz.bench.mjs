/**
 * How long the quiz takes to answer a tap, on a processor slowed down four times, as the browser's own
 * event timing tells: from the tap to the next picture. Needs a built site.
 */
import { chromium, devices } from '@playwright/test';
import { browser } from '../browser.mjs';
import { serve } from './served.mjs';

const SLOWED = 4;
const { site, stop } = await serve(8797);

/** Taps the first card of each question until the quiz is done; milliseconds of each interaction. */
async function taps(page) {
  await page.addInitScript(() => {
    globalThis.taken = [];
    new PerformanceObserver((list) => {
      for (const { name, duration, interactionId } of list.getEntries())
        if (interactionId > 0) globalThis.taken.push({ name, duration, interactionId });
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  await page.goto(`${site}/quiz/`, { waitUntil: 'networkidle' });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.waitForTimeout(2_000);
  let asked = 0;
  for (; asked < 14; asked++) {
    const title = await page.locator('main h2').first().innerText();
    await page.locator('.radio-card').first().tap();
    await page.waitForFunction(
      (before) =>
        document.querySelector('main h2')?.textContent !== before ||
        [...document.querySelectorAll('button')].some((b) => b.textContent === 'See the report'),
      title,
    );
    await page.waitForTimeout(400);
    if (await page.getByRole('button', { name: 'See the report' }).isVisible()) break;
  }
  const taken = await page.evaluate(() => globalThis.taken);
  const slowest = new Map();
  for (const { interactionId, duration } of taken)
    slowest.set(interactionId, Math.max(slowest.get(interactionId) ?? 0, duration));
  return { asked: asked + 1, durations: [...slowest.values()].sort((a, b) => a - b) };
}

try {
  const chrome = await chromium.launch({ executablePath: browser(), args: ['--no-sandbox'] });
  const page = await chrome.newPage({
    ...devices['Pixel 7'],
    viewport: { width: 390, height: 844 },
  });
  const { asked, durations } = await taps(page);
  const at = (share) => durations[Math.floor(share * (durations.length - 1))] ?? 0;
  console.log(
    `${asked} questions, ${durations.length} taps of 16 ms and more: median ${at(0.5)} ms, slowest ${at(1)} ms`,
  );
  await chrome.close();
} finally {
  stop();
}
