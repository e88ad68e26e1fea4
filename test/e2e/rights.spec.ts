import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { consent } from '../../src/lead/lead.ts';
import { address, expect, openMail, test } from './fixture.ts';

/** The links in a mail’s text, by what their path begins with. */
async function linkOf(page: Page, path: string): Promise<string> {
  const text = await page.locator('pre').innerText();
  return new RegExp(`http\\S+${path}\\S+`).exec(text)?.[0] ?? '';
}

/** Asks for a report as a form does, and opens the mail. */
async function mailed(page: Page, to: string) {
  const sent = await page.request.post('/api/leads', {
    data: {
      id: crypto.randomUUID(),
      answers: { builder: 'lovable', supabasePlan: 'micro', rows: '100k', target: '500' },
      email: to,
      consent: consent.version,
    },
  });
  expect(sent.status()).toBe(201);
  await openMail(page, to, /users at once/i);
}

async function isAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide, 'the page is wider than its window').toBe(false);
}

test('the link in a mail shows what is kept, and deletes it', async ({ page, allow }) => {
  allow.push(/status of (410|422)/);
  const to = address('rosa');
  await mailed(page, to);
  const link = await linkOf(page, '/your-data/');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'What we keep of you' })).toBeVisible();
  await expect(page.getByRole('cell', { name: to })).toBeVisible();
  await isAccessible(page);
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('alert')).toContainText('Tick the box');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('heading', { name: 'It is deleted' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Nothing is kept here' })).toBeVisible();
});

test('the link that stops reminders asks first, and works without JavaScript', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await mailed(page, address('nina'));
  await page.goto(await linkOf(page, '/unsubscribe/'));
  await page.getByRole('button', { name: 'Send no reminders' }).click();
  await expect(page.getByRole('heading', { name: 'You get no more reminders' })).toBeVisible();
  await context.close();
});
