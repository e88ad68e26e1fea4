import { fileURLToPath } from 'node:url';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('..'),
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/functions/**', 'test/e2e/**'],
        },
      },
      {
        // A dependency's source map names files that it does not ship; Vite warns of each.
        logLevel: 'error',
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: at('../functions/wrangler.jsonc') },
            miniflare: {
              cf: false,
              bindings: {
                MODE: 'local',
                LINK_SECRET: 'known-to-the-tests-and-to-nobody-else',
                SITE_URL: 'https://loadworthy.test',
                MIGRATIONS: await readD1Migrations(at('../functions/migrations')),
              },
            },
          })),
        ],
        test: {
          name: 'functions',
          include: ['test/functions/**/*.test.ts'],
          setupFiles: [at('./functions/setup.ts')],
          // A busy machine is no failure: these tests wait for what happens, not for how long it takes.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
