/**
 * How long a full report takes in Chromium, from the answers to everything that the page shows of them:
 * the built site's own code, under whatever name the build gave it. Needs a built site.
 */
import { readdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { bubbler, engineer, founder } from '#test/report/personas.ts';
import { browser } from '../browser.mjs';
import { serve } from './served.mjs';

const apps = {
  'Lovable, nothing known': founder,
  'Bubble, 30,000 a month': bubbler,
  'Next.js, Prisma, Postgres': engineer,
  'Nothing answered': {},
};
const ROUNDS = 40;

/** In the page: milliseconds of each report, the first apart, since it is made before anything is warm. */
async function measure([path, answers, rounds]) {
  const exported = Object.values(await import(path));
  const makesReport = (one) => {
    try {
      return one({}).curve !== undefined;
    } catch {
      return false;
    }
  };
  const makeReport = exported.find(makesReport);
  const timed = () => {
    const start = performance.now();
    makeReport(answers);
    return performance.now() - start;
  };
  const first = timed();
  for (let i = 0; i < rounds; i++) timed();
  return { first, times: Array.from({ length: rounds }, timed).sort((a, b) => a - b) };
}

const [chunk] = readdirSync('dist/_astro').filter((name) => /^make\..*\.js$/.test(name));
const { site, stop } = await serve(8799);
const launched = await chromium.launch({ executablePath: browser(), args: ['--no-sandbox'] });
try {
  for (const [name, answers] of Object.entries(apps)) {
    const page = await launched.newPage();
    await page.goto(`${site}/privacy/`);
    const { first, times } = await page.evaluate(measure, [`/_astro/${chunk}`, answers, ROUNDS]);
    const ms = (value) => value.toFixed(1).padStart(6);
    console.log(
      `${name.padEnd(28)} median ${ms(times[ROUNDS / 2])} ms, slowest ${ms(times[ROUNDS - 1])} ms, first ${ms(first)} ms`,
    );
    await page.close();
  }
} finally {
  await launched.close();
  stop();
}
