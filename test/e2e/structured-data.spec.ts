import { expect, pages, test } from './fixture.ts';

type Node = { readonly [key: string]: unknown };

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** What schema.org's readers ask for; a type that is not here must not appear. */
const REQUIRED: Record<string, readonly string[]> = {
  Article: ['headline', 'image', 'datePublished', 'dateModified', 'author', 'publisher'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  Organization: ['name', 'url', 'logo'],
  ContactPoint: ['contactType', 'email'],
  ImageObject: ['url', 'width', 'height'],
  WebSite: ['name', 'url'],
  SearchAction: ['target', 'query-input'],
  EntryPoint: ['urlTemplate'],
  FAQPage: ['mainEntity'],
  Question: ['name', 'acceptedAnswer'],
  Answer: ['text'],
};
const ADDRESSES = ['url', 'item', 'logo', 'mainEntityOfPage', '@id'];
const DATES = ['datePublished', 'dateModified'];

/** Every object of a block that has a type, with those within it. */
function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each);
  else if (typeof value === 'object' && value !== null) {
    if ('@type' in value) yield value as Node;
    for (const each of Object.values(value)) yield* nodesIn(each);
  }
}

const empty = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function faultsOf(node: Node): string[] {
  const type = String(node['@type']);
  const required = REQUIRED[type];
  if (!required) return [`${type} is of no known type`];
  return [
    ...required.filter((name) => empty(node[name])).map((name) => `${type} has no ${name}`),
    ...DATES.filter((name) => name in node && !ISO.test(String(node[name]))).map(
      (name) => `${type}.${name} is no date: ${node[name]}`,
    ),
    ...ADDRESSES.filter(
      (name) => typeof node[name] === 'string' && !/^https:/.test(`${node[name]}`),
    ).map((name) => `${type}.${name} is no full address: ${node[name]}`),
  ];
}

test('what search engines are told is complete on every page, and each address of ours exists', async ({
  request,
}) => {
  const faults: string[] = [];
  const addresses = new Set<string>();
  const kinds = new Map<string, string[]>();
  let site = '';
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    if (canonical) site = new URL(canonical).origin;
    const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
    for (const [, text = ''] of blocks) {
      const data: Node = JSON.parse(text);
      if (data['@context'] !== 'https://schema.org') faults.push(`${path}: no context`);
      for (const node of nodesIn(data)) {
        kinds.set(path, [...(kinds.get(path) ?? []), String(node['@type'])]);
        faults.push(...faultsOf(node).map((fault) => `${path}: ${fault}`));
        for (const name of ADDRESSES) if (node[name]) addresses.add(String(node[name]));
        if (node['@type'] === 'Article' && node['mainEntityOfPage'] !== canonical)
          faults.push(`${path}: the article is of another page`);
      }
    }
  }
  expect(faults).toEqual([]);

  for (const address of addresses) {
    const { origin, pathname } = new URL(address);
    if (origin === site && !(await request.get(pathname)).ok())
      faults.push(`${address} is not there`);
  }
  expect(faults).toEqual([]);
  expect(addresses.size).toBeGreaterThan(pages.length / 2);

  expect(kinds.get('/')).toEqual(expect.arrayContaining(['Organization', 'WebSite', 'FAQPage']));
  const articles = pages.filter((path) => /^\/scaling-issues\/(?!experiments)/.test(path));
  for (const path of articles) {
    expect(kinds.get(path)).toEqual(expect.arrayContaining(['Article', 'BreadcrumbList']));
  }
});

test('positions of a breadcrumb count from one', async ({ request }) => {
  const html = await (await request.get('/scaling-issues/indexes/')).text();
  const [, text = ''] =
    /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  const items = [...nodesIn(JSON.parse(text))].filter((node) => node['@type'] === 'ListItem');
  expect(items.map(({ position }) => position)).toEqual([1, 2, 3]);
});

test('the questions that search engines are told stand on the page with the same answers', async ({
  page,
}) => {
  await page.goto('/');
  const json = await page.locator('script[type="application/ld+json"]').textContent();
  const questions = [...nodesIn(JSON.parse(json ?? ''))].filter((n) => n['@type'] === 'Question');
  expect(questions.length).toBeGreaterThan(3);
  for (const { name, acceptedAnswer } of questions) {
    const shown = page.locator('details', {
      has: page.getByRole('heading', { name: String(name) }),
    });
    const said = (await shown.locator('p').textContent())?.replace(/\s+/g, ' ') ?? '';
    expect(said).toContain(String((acceptedAnswer as Node)['text']));
  }
});

test('the search that search engines are told of finds what it is asked', async ({ page }) => {
  await page.goto('/');
  const json = await page.locator('script[type="application/ld+json"]').textContent();
  const [point] = [...nodesIn(JSON.parse(json ?? ''))].filter((n) => n['@type'] === 'EntryPoint');
  const { pathname, search } = new URL(
    String(point?.['urlTemplate']).replace('{search_term_string}', 'caching'),
  );
  await page.goto(pathname + search);
  await expect(page.getByRole('status')).toHaveText(/pages about “caching”/);
});

test('the sitemap lists every page that search engines may list, and no other', async ({
  request,
}) => {
  const xml = await (await request.get('/sitemap-0.xml')).text();
  const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url = '']) => new URL(url).pathname,
  );
  const open: string[] = [];
  for (const path of pages) {
    if (!(await (await request.get(path)).text()).includes('name="robots" content="noindex"'))
      open.push(path);
  }
  expect(listed.toSorted()).toEqual(open.toSorted());
  expect(open).not.toContain('/report/');
});
