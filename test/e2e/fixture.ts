import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';

/** Every page of the built site, as a path. */
export const pages = readdirSync(fileURLToPath(new URL('../../dist/', import.meta.url)), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('index.html'))
  .map((file) => `/${file.replace(/index\.html$/, '').replaceAll('\\', '/')}`);

// The mailbox shows a mail in a frame that runs no script, the browser driver's own included.
const sandboxedMail = /Blocked script execution in '[^']*\/dev\/mailbox\//;

/**
 * The test of this suite: noise is failure. A console error, an uncaught exception or a violation of
 * the content-security policy fails the test that caused it, unless `allow` names it.
 */
export const test = base.extend<{ allow: RegExp[]; noise: undefined }>({
  allow: [[sandboxedMail], { option: true }],
  noise: [
    async ({ page, allow }, use) => {
      const heard: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
      });
      page.on('pageerror', (error) => heard.push(String(error)));
      await use(undefined);
      expect(heard.filter((text) => !allow.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** An address that no other test writes to. */
export const address = (word: string) =>
  `${word}.${crypto.randomUUID().slice(0, 8)}@visitor.example`;

/** Opens the newest mail to an address that names `about`; waits until it has arrived. */
export async function openMail(page: Page, to: string, subject: RegExp, about = to) {
  const links = page.getByRole('row').filter({ hasText: to }).getByRole('link', { name: subject });
  await expect(async () => {
    await page.goto('/dev/mailbox');
    await expect(links.first()).toBeVisible({ timeout: 500 });
    for (const link of await links.all()) {
      const mail = (await link.getAttribute('href')) ?? '';
      if (!(await (await page.request.get(mail)).text()).includes(about)) continue;
      await page.goto(mail);
      return;
    }
    throw new Error(`No mail to ${to} names ${about} yet`);
  }).toPass({ timeout: 20_000 });
}
