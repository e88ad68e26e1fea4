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

/**
 * The test of this suite: noise is failure. A console error, an uncaught exception or a violation of
 * the content-security policy fails the test that caused it, unless `allow` names it.
 */
export const test = base.extend<{ allow: RegExp[]; noise: undefined }>({
  allow: [[], { option: true }],
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

/** Opens the newest mail to an address in the local mailbox; waits until it has arrived. */
export async function openMail(page: Page, to: string, subject: RegExp) {
  await expect(async () => {
    await page.goto('/dev/mailbox');
    await page
      .getByRole('row')
      .filter({ hasText: to })
      .getByRole('link', { name: subject })
      .first()
      .click({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
}
