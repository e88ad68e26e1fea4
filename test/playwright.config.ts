import { defineConfig, devices } from '@playwright/test';

/** Another one where this is taken: `E2E_PORT=8791 npm test`. */
const port = Number(process.env.E2E_PORT ?? 8790);

/** The built site on the local runtime, in Chromium; nothing outside loopback is reached. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    timezoneId: 'America/New_York',
    locale: 'en-GB',
    launchOptions: {
      ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
    },
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
  ],
  webServer: [`${port}`, `${port + 1} cal`, `${port + 3} production`].map((words) => ({
    command: `"${process.execPath}" test/e2e/server.mjs ${words}`,
    url: `http://localhost:${Number.parseInt(words, 10)}/api/health`,
    cwd: '..',
    reuseExistingServer: false,
    timeout: 90_000,
  })),
});
