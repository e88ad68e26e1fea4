import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Explained } from '#src/articles/faults.ts';
import { gainOf } from '#src/articles/gain.ts';
import { users } from '#src/ui/number.ts';
import { expect, test } from './fixture.ts';

test.use({ javaScriptEnabled: false });

const path = '/scaling-issues/';

test('a citation leads to its source, and the source back to where it is cited', async ({
  page,
}) => {
  await page.goto(path);
  const citation = page.getByRole('link', { name: /^Source 1: .+ \d{4}$/ });
  await citation.click();
  const source = page.locator(':target');
  await expect(source).toBeInViewport();
  await expect(source.getByRole('link').first()).toHaveAttribute('href', /^https:/);
  await source.getByRole('link', { name: /^Back to where/ }).click();
  await expect(citation).toBeInViewport();
});

test('the contents lead to each repair, without a script', async ({ page, isMobile }) => {
  await page.goto(path);
  if (isMobile) await page.getByText('On this page').locator('visible=true').click();
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'Connections' }).click();
  await expect(page).toHaveURL(/#connections$/);
  await expect(page.getByRole('heading', { name: 'Connections', level: 3 })).toBeInViewport();
});

test('the breadcrumb and the search engines are told the same way', async ({ page }) => {
  await page.goto(`${path}indexes/`);
  const shown = await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .locator('li')
    .allInnerTexts();
  const json = await page.locator('script[type="application/ld+json"]').textContent();
  const graph: { '@type': string; itemListElement?: { name: string }[] }[] = JSON.parse(json ?? '')[
    '@graph'
  ];
  const list = graph.find((part) => part['@type'] === 'BreadcrumbList')?.itemListElement ?? [];
  expect(list.map(({ name }) => name)).toEqual(['Home', 'Scaling issues', 'Indexes']);
  expect(shown.map((name) => name.toLowerCase())).toEqual(
    list.map(({ name }) => name.toLowerCase()),
  );
});

test('every article ends with the free call', async ({ page }) => {
  for (const slug of ['', 'indexes/']) {
    await page.goto(path + slug);
    const closing = page.getByRole('region', { name: 'App can’t handle the traffic?' });
    await expect(closing).toContainText('Free consultation, no obligation, reply within 24 hours.');
    await expect(closing.getByRole('link', { name: 'Book a free call' })).toHaveAttribute(
      'href',
      '/book/',
    );
    await expect(closing.getByRole('link', { name: 'Rate your app' })).toHaveAttribute(
      'href',
      '/quiz/',
    );
  }
});

test('on paper, an article is its text and its sources', async ({ page }) => {
  await page.goto(path);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'On this page' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Book a free call' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
});

/** Frontmatter of every article below the pillar, in its order. */
function listed() {
  const folder = fileURLToPath(new URL('../../content/articles/', import.meta.url));
  return readdirSync(folder)
    .filter((file) => file !== 'scaling-issues.mdx')
    .map((file) => {
      const [, yaml = ''] = readFileSync(folder + file, 'utf8').split(/^---$/m);
      const repairs = /^repairs:\n((?: {2}- .+\n)+)/m.exec(yaml)?.[1] ?? '';
      return {
        slug: file.replace('.mdx', ''),
        order: Number(/^order: (\d+)$/m.exec(yaml)?.[1]),
        repairs: [...repairs.matchAll(/- (.+)/g)].map(([, id]) => id as Explained),
      };
    })
    .sort((a, b) => a.order - b.order);
}

test('the pillar lists every article in its order, with what its repair brings', async ({
  page,
}) => {
  await page.goto(path);
  const cards = page.getByRole('region', { name: 'All articles' }).locator('li');
  const articles = listed();
  await expect(cards).toHaveCount(articles.length);
  for (const [at, { slug, repairs }] of articles.entries()) {
    const card = cards.nth(at);
    await expect(card.getByRole('link')).toHaveAttribute('href', `${path}${slug}/`);
    const ruler = card.getByRole('img');
    await expect(ruler).toHaveCount(repairs.length > 0 ? 1 : 0);
    if (repairs.length === 0) continue;
    const { from, to } = gainOf(repairs);
    await expect(ruler).toHaveAttribute(
      'aria-label',
      `Without the repair ${users(from.likely)} users at once, with it ${users(to.likely)}.`,
    );
  }
});

test('an article tells how long it takes, when it came out and what has changed since', async ({
  page,
}) => {
  await page.goto(`${path}indexes/`);
  const head = page.locator('.article-facts');
  await expect(head).toContainText(/^\s*\d+ min read\s*Published \d+ \w+ \d{4}/);
  const changes = page.getByRole('region', { name: 'Changes' });
  await expect(changes.getByRole('definition').last()).toHaveText('First published.');
  await expect(changes.locator('time').last()).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/);
});
