import AxeBuilder from '@axe-core/playwright';
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
}`,
  'shop-main/node_modules/x/index.js': 'await supabase.from("never").select();',
};
const zip = (files: Readonly<Record<string, string>>) => ({
  name: 'shop.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  ),
});

test('a dropped project is read without a word to the network, and answers the quiz', async ({
  page,
  context,
}) => {
  await page.goto('/scan/');
  await expect(page.getByRole('button', { name: 'Choose a ZIP' })).toBeVisible();
  const sent: string[] = [];
  await page.getByLabel('ZIP of your project').waitFor({ state: 'attached' });
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

test('it works with the network off', async ({ page, context }) => {
  await page.goto('/scan/');
  await page
    .getByLabel('ZIP of your project')
    .setInputFiles(zip({ 'a/src/a.ts': 'await supabase.from("notes").select();' }));
  await expect(page.getByRole('heading', { name: 'What was found' })).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));
  await expect(page.getByText('src/Notes.tsx:3').first()).toBeVisible();
});

test('the page itself can send nothing, nor can its worker', async ({ page, request }) => {
  const refused: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { refused: string }).refused = event.violatedDirective;
    });
  });
  page.on('console', (message) => refused.push(message.text()));
  await page.goto('/scan/');
  const worker = await page.evaluate(() =>
    fetch('/api/health').then(
      () => 'sent',
      () => 'refused',
    ),
  );
  expect(worker).toBe('refused');
  const html = await (await request.get('/scan/')).text();
  const chunk = /_ScanIsland\.[\w-]+\.js/.exec(html)?.[0];
  const code = await (await request.get(`/_astro/${chunk}`)).text();
  const script = /scan-worker-[\w-]+\.js/.exec(code)?.[0];
  const { headers } = { headers: (await request.get(`/_astro/${script}`)).headers() };
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});
test.use({ allow: [/Content Security Policy/i, /ERR_INTERNET_DISCONNECTED/] });

test('a list that stays small no longer counts, here and after a reload', async ({ page }) => {
  await page.goto('/scan/');
  await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));
  const finding = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: /List read without a limit/ }) });
  await finding.getByRole('button', { name: 'This list stays small' }).click();
  await expect(page.getByText('Everything of this user')).toHaveCount(0);
  const kept = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem('loadworthy.quiz') ?? '{}').answers.list);
  expect(await kept()).toBeUndefined();
  await page.reload();
  await page.getByLabel('ZIP of your project').setInputFiles(zip(APP));
  await expect(finding.getByRole('button', { name: 'This list stays small' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('what cannot be read says what to do', async ({ page }) => {
  await page.goto('/scan/');
  await page
    .getByLabel('ZIP of your project')
    .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
  await expect(page.getByRole('alert')).toContainText('Choose a ZIP that can be opened');
  await page.getByLabel('ZIP of your project').setInputFiles(zip({ 'notes.txt': 'hello' }));
  await expect(page.getByRole('alert')).toContainText('no code and no table');
  await page.getByText('Ask the database itself').click();
  await page.getByLabel('Its answer').fill('{"version": 1}');
  await page.getByRole('button', { name: 'Read the answer' }).click();
  await expect(page.getByRole('alert')).toContainText('Run the statement on this page');
});

test('a pasted schema is read on its own', async ({ page }) => {
  await page.goto('/scan/');
  await page.getByText('Or paste a dump of the schema').click();
  await page.getByLabel('Schema as SQL').fill(SECURED);
  await page.getByRole('button', { name: 'Read the schema' }).click();
  await expect(
    page.getByRole('heading', { name: /Reference without an index: notes/ }),
  ).toBeVisible();
  await expect(page.getByLabel('The missing indexes')).toContainText('create index concurrently');
});

test('the results can be used by everybody', async ({ page }) => {
  await page.goto('/scan/');
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
