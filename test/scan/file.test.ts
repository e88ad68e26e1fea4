import { expect, test } from 'vitest';
import { commonFolder, kindOf, LARGEST_FILE } from '#src/scan/file.ts';

test.each([
  '.env',
  '.env.local',
  'app/.env.production',
  '.env.ts',
  'src/secrets.ts',
  'service-account.json',
  'serviceAccountKey.js',
  'keys/private.pem',
  'supabase/credentials.sql',
  'public/.env.png',
])('%s is never opened', (path) => {
  expect(kindOf(path, 10)).toBeUndefined();
});

test.each([
  'node_modules/a/index.js',
  '.git/config.js',
  'dist/a.js',
  '.next/server/a.js',
  'src/a.test.ts',
  'src/types.d.ts',
  'attached_assets/x.tsx',
  '.firebase/app/hosting/a.js',
  'hosting/_next/static/a.js',
  'public/sw.js',
  'vendor/lib.js',
  'docs/shop/example.ts',
  'README.md',
  'data.json',
  'vite.config.ts',
])('%s is not the app', (path) => {
  expect(kindOf(path, 10)).toBeUndefined();
});

test.each([
  ['src/App.tsx', 'code'],
  ['server/index.js', 'code'],
  ['supabase/functions/a/index.ts', 'code'],
  ['scripts/001_tables.sql', 'sql'],
  ['prisma/schema.prisma', 'prisma'],
  ['package.json', 'package'],
  ['firestore.rules', 'rules'],
  ['public/hero.png', 'image'],
  ['next.config.mjs', 'code'],
  ['client/src/pages/vendor/orders.tsx', 'code'],
  ['app/docs/page.tsx', 'code'],
  ['server/backfill-scores.ts', 'aside'],
  ['src/lib/migration.ts', 'aside'],
  ['src/components/ui/auth-provider.tsx', 'code'],
])('%s is read as %s', (path, kind) => {
  expect(kindOf(path, 10)).toBe(kind);
});

test('a file that is too large to be written by hand is left out, a picture’s size is still told', () => {
  expect(kindOf('src/data.ts', LARGEST_FILE + 1)).toBeUndefined();
  expect(kindOf('public/hero.png', LARGEST_FILE + 1)).toBe('image');
});

test('the folder that a download is wrapped in is taken off, the app’s own is not', () => {
  expect(commonFolder(['shop-main/src/a.ts', 'shop-main/package.json'])).toBe('shop-main/');
  expect(commonFolder(['src/a.ts', 'package.json'])).toBe('');
  expect(commonFolder(['src/a.ts', 'src/b.ts'])).toBe('');
});
