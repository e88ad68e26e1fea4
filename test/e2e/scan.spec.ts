import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { MIGRATION, NOTES } from '../scan/project.ts';
import { expect, test } from './fixture.ts';

const SECURED = `${NOTES}
alter table notes enable row level security;
create policy own on notes for select using (auth.uid() = user_id);`;
const APP: Readonly<Record<string, string>> = {
  'shop-main/.env': 'SECRET=do-not-show-me',
  'shop-main/package.json':
    '{"dependencies":{"react":"19"},"devDependencies":{"lovable-tagger":"1"}}',
  [`shop-main/${MIGRATION}`]: SECURED,
  'shop-main/src/Notes.tsx': `export function Notes() {
  const load = async () => {
    const { data } = await supabase.from('notes').select('*');
    for (const note of data) {
      await supabase.from('tags').select().eq('id', note.tag_id).single();
    }
  };
  useEffect(() => { load(); }, []);
}`,
  'shop-main/node_modules/x/index.js': 'await supabase.from("never").select();',
};
/** Lists that an owner fills: the code does not tell how long they get. */
const SHOPS: Readonly<Record<string, string>> = {
  ...APP,
  [`shop-main/${MIGRATION}`]: `${SECURED}
create table shops (id uuid primary key, owner_id uuid references profiles(id), created_at timestamptz);`,
  'shop-main/src/Notes.tsx': `export const load = () => supabase.from('shops').select('*');`,
  'shop-main/src/Map.tsx': `export const all = () => supabase.from('shops').select('id');`,
};
const zip = (files: Readonly<Record<string, string>>) => ({
  name: 'shop.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  ),
});

/** What is less likely to hurt stands behind a button. */
const showAll = (page: Page) => page.getByRole('button', { name: /^Show \d+ more/ }).click();

/** The page, once its buttons work. */
async function open(page: Page) {
  await page.goto('/scan/');
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
}

test('a dropped project is read without a word to the network, and answers the quiz', async ({
  page,
  context,
}) => {
  await open(page);
  const sent: string[] = [];
  context.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
  page.on('websocket', (socket) => sent.push(socket.url()));
  await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));

  await expect(page.getByRole('heading', { name: /questions are answered/ })).toBeVisible();
  await expect(page.getByText('src/Notes.tsx:3').first()).toBeVisible();
  await expect(page.getByText('do-not-show-me')).toHaveCount(0);
  await expect(page.getByText('never', { exact: true })).toHaveCount(0);
  // The worker's own script is the one thing that is fetched, from this site.
  expect(
    sent.filter((one) => !/^GET http:\/\/localhost:\d+\/_astro\/scan-worker-/.test(one)),
  ).toEqual([]);

  await page.getByRole('link', { name: 'Continue with the quiz' }).click();
  const answers = await page.evaluate(
    () => JSON.parse(localStorage.getItem('loadworthy.quiz') ?? '{}').answers,
  );
  expect(answers).toMatchObject({
    builder: 'lovable',
    list: 'own',
    requests: 'each',
    rules: 'row',
  });
});

test('it works with the network off from the start', async ({ page, context }) => {
  const worker = page.waitForResponse(/scan-worker/);
  await open(page);
  await (await worker).finished();
  await context.setOffline(true);
  await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));
  await expect(page.getByText('src/Notes.tsx:3').first()).toBeVisible();
});

test('the page itself can send nothing, nor can its worker', async ({ page, request, allow }) => {
  allow.push(/Content Security Policy/i);
  const script = page.waitForResponse(/scan-worker/);
  await open(page);
  const sent = () =>
    fetch('/api/health').then(
      () => 'sent',
      () => 'refused',
    );
  expect(await page.evaluate(sent)).toBe('refused');
  const answer = await request.get((await script).url());
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
  // What a visitor's line carries before anything can be read; kilobytes of 1,000 bytes.
  expect(gzipSync(await answer.body(), { level: 9 }).length).toBeLessThanOrEqual(120_000);
  await expect.poll(() => page.workers().length).toBe(1);
  expect(await page.workers()[0]?.evaluate(sent)).toBe('refused');
});

test('a list that stays small no longer counts, here and after a reload', async ({ page }) => {
  await open(page);
  await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));
  const finding = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /List read without a limit/ }) });
  await showAll(page);
  await finding.getByRole('button', { name: 'This list stays small' }).click();
  await expect(page.getByText('Everything of this user')).toHaveCount(0);
  const kept = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem('loadworthy.quiz') ?? '{}').answers.list);
  expect(await kept()).toBeUndefined();
  await page.reload();
  await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));
  await showAll(page);
  await expect(finding.getByRole('button', { name: 'This list stays small' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('how long a list gets decides whether it comes first, here and after a reload', async ({
  page,
}) => {
  await open(page);
  const drop = () => page.getByLabel('ZIP of your project').setInputFiles(zip(SHOPS));
  await drop();
  const list = page.getByRole('heading', { name: 'List read without a limit: shops' });
  const length = page.getByRole('group', { name: /^shops/ });
  await expect(length.getByRole('radio', { name: 'Not sure' })).toBeChecked();
  await expect(list).toHaveCount(0);
  await length.getByRole('radio', { name: 'Thousands' }).check();
  await expect(list).toBeVisible();

  await page.reload();
  await drop();
  await expect(length.getByRole('radio', { name: 'Thousands' })).toBeChecked();
  await expect(list).toBeVisible();
  const answer = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem('loadworthy.quiz') ?? '{}').answers.list);
  expect(await answer()).toBe('all');
  await length.getByRole('radio', { name: 'Under 100' }).check();
  await expect(list).toHaveCount(0);
  expect(await answer()).toBeUndefined();
  await length.getByRole('radio', { name: 'Not sure' }).check();
  await showAll(page);
  await expect(list).toBeVisible();
});

test('reading can be stopped half-way, and another project read after it', async ({ page }) => {
  await open(page);
  const long = Array.from({ length: 150 }, (_, i) => `export const f${i} = (x) => [x, ${i}];`);
  const huge = Array.from({ length: 3_000 }, (_, i) => [`src/f${i}.ts`, long.join('\n')]);
  await page.getByLabel('ZIP of your project').setInputFiles(zip(Object.fromEntries(huge)));
  await expect(page.getByText(/[1-9]\d* of 3000 files/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('heading', { name: 'Drop your project here' })).toBeVisible();
  await expect(page.getByText('What was looked at')).toHaveCount(0);

  await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));
  await expect(page.getByText('src/Notes.tsx:3').first()).toBeVisible();
  await expect(page.locator('.scan-coverage')).toContainText('1 files');
  // The one that was stopped is gone, and with it what it held.
  await expect.poll(() => page.workers().length).toBe(1);
});

test('the report hands out the places and the statements for these tables', async ({ page }) => {
  await open(page);
  const own = `${APP['shop-main/src/Notes.tsx']}
    export const mine = () => supabase.from('notes').select('title').eq('user_id', me).limit(20);`;
  await page
    .getByLabel('ZIP of your project')
    .setInputFiles(zip({ ...APP, 'shop-main/src/Notes.tsx': own }));
  await expect(page.getByRole('heading', { name: 'To take away' })).toBeVisible();
  await page.goto('/report/');
  const defect = (place: string) => page.locator('.defect').filter({ hasText: place });
  const opened = async (place: string) => {
    await defect(place).locator('summary').click();
    return defect(place).getByLabel('Statements for your tables');
  };
  await expect(await opened('Looks through notes by user_id')).toContainText(
    'create index concurrently if not exists notes_user_id_idx',
  );
  await expect(await opened('“own” of notes')).toContainText('(select auth.uid()) = user_id');
});

test('what cannot be read says what to do', async ({ page }) => {
  await open(page);
  await page
    .getByLabel('ZIP of your project')
    .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
  await expect(page.getByRole('alert')).toContainText('Choose a ZIP that can be opened');
  await page.getByLabel('ZIP of your project').setInputFiles(zip({ 'notes.txt': 'hello' }));
  await expect(page.getByRole('alert')).toContainText('no code and no table');
  await page.getByText('Ask the database itself').click();
  await page.getByText('What each part is for').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= screen.width)).toBe(
    true,
  );
  await page.getByLabel('Its answer').fill('{"version": 1}');
  await page.getByRole('button', { name: 'Read the answer' }).click();
  await expect(page.getByRole('alert')).toContainText('Run the statement on this page');
});

test('a ZIP too large for the memory of a tab is refused before it is opened', async ({ page }) => {
  await open(page);
  const folder = mkdtempSync(join(tmpdir(), 'scan-'));
  const large = join(folder, 'large.zip');
  try {
    writeFileSync(large, '');
    truncateSync(large, 400_000_001);
    await page.getByLabel('ZIP of your project').setInputFiles(large);
    await expect(page.getByRole('alert')).toContainText('less than 400 MB');
    await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));
    await expect(page.getByRole('heading', { name: 'To take away' })).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a pasted schema is read on its own', async ({ page }) => {
  await open(page);
  await page.getByText('Or paste a dump of the schema').click();
  await page.getByLabel('Schema as SQL').fill(SECURED);
  await page.getByRole('button', { name: 'Read the schema' }).click();
  await showAll(page);
  await expect(page.getByRole('heading', { name: /every row: notes/ })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: /Reference without an index: notes/ }),
  ).toBeVisible();
  await expect(page.getByLabel('The missing indexes')).toContainText('create index concurrently');
});

test('the results can be used by everybody', async ({ page }) => {
  await open(page);
  await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));
  await expect(page.getByRole('heading', { name: 'To take away' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
});
