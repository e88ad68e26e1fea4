/** `npm run screens`: takes the pictures of the README from the site that `npm start` serves. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { toFragment } from '#src/report/link.ts';
import { browser } from './browser.mjs';

const site = `http://localhost:${process.env.PORT ?? 8787}`;
const folder = fileURLToPath(new URL('./screens/', import.meta.url));
const report = toFragment({
  builder: 'v0',
  backend: 'supabase',
  supabasePlan: 'micro',
  rows: '100k',
  users: '1k',
  target: '2000',
  list: 'page',
  indexes: 'no',
  cache: 'database',
  delivery: 'cdn',
  connection: 'each',
  live: 'no',
});
const screens = [
  { name: 'home', path: '/', width: 1280, height: 820, colorScheme: 'light' },
  { name: 'quiz', path: '/quiz/', width: 390, height: 780, colorScheme: 'light' },
  { name: 'report', path: `/report/#${report}`, width: 1280, height: 1060, colorScheme: 'light' },
  { name: 'report-dark', path: `/report/#${report}`, width: 390, height: 780, colorScheme: 'dark' },
];

mkdirSync(folder, { recursive: true });
const chrome = await chromium.launch({ executablePath: browser(), args: ['--no-sandbox'] });
for (const { name, path, width, height, colorScheme } of screens) {
  const page = await chrome.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(`${site}${path}`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}
await chrome.close();
