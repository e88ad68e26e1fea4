import type { Page } from '@playwright/test';
import { address, expect, test } from './fixture.ts';

/** The site whose calendar is Cal.com's stand-in; its port follows the one of the other tests. */
const site = (baseURL: string | undefined) => {
  const url = new URL(baseURL ?? '');
  url.port = String(Number(url.port) + 1);
  return url.origin;
};

/** Does what Cal.com's script does with the queue, as far as a visitor sees it. */
const script = `(() => {
  const listeners = [];
  const work = ([word, what]) => {
    if (word === 'on') listeners.push(what);
    if (word !== 'inline') return;
    const frame = document.createElement('iframe');
    frame.title = 'Calendar of Cal.com';
    frame.style.height = '300px';
    const query = new URLSearchParams(what.config);
    frame.src = 'https://app.cal.com/' + what.calLink + '/embed?embed=call&' + query;
    frame.onload = () =>
      listeners.filter(({ action }) => action === 'linkReady').forEach(({ callback }) => callback());
    what.elementOrSelector.append(frame);
  };
  const { q } = Cal.ns.call;
  q.filter(([word]) => word === 'on').concat(q.filter(([word]) => word !== 'on')).forEach(work);
})();`;

/** Stands in for app.cal.com; returns the addresses that were asked for. */
async function calCom(page: Page, embed: 'served' | 'failing' | 'silent') {
  const asked: URL[] = [];
  await page.route('https://app.cal.com/**', async (route) => {
    const url = new URL(route.request().url());
    asked.push(url);
    if (url.pathname !== '/embed/embed.js')
      return route.fulfill({ contentType: 'text/html', body: '<h1>Choose a time</h1>' });
    if (embed === 'served') return route.fulfill({ contentType: 'text/javascript', body: script });
    if (embed === 'failing') return route.abort();
    return undefined;
  });
  return asked;
}

const open = (page: Page) => page.getByRole('button', { name: 'Open the calendar' }).click();

test('the calendar of Cal.com comes on the click, with the lead and without the name', async ({
  page,
  baseURL,
}) => {
  const asked = await calCom(page, 'served');
  await page.goto(`${site(baseURL)}/book/`);
  await page.evaluate(() =>
    sessionStorage.setItem(
      'loadworthy.lead',
      JSON.stringify({ token: 'id.1.signed', name: 'Ada Lovelace', email: 'ada@company.com' }),
    ),
  );
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the calendar' })).toBeVisible();
  expect(asked).toEqual([]);
  await open(page);
  await expect(
    page.frameLocator('iframe').getByRole('heading', { name: 'Choose a time' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open it at Cal.com' })).toHaveAttribute(
    'href',
    'https://cal.com/loadworthy/call',
  );
  const frame = asked.find(({ pathname }) => pathname === '/loadworthy/call/embed');
  expect(frame?.searchParams.get('metadata[lead]')).toBe('id.1.signed');
  expect(asked.join()).not.toMatch(/lovelace|company\.com/i);
});

for (const embed of ['failing', 'silent'] as const) {
  test(`when the script is ${embed}, a link and our own times take its place`, async ({
    page,
    baseURL,
    allow,
  }) => {
    allow.push(/ERR_FAILED/);
    await calCom(page, embed);
    await page.goto(`${site(baseURL)}/book/`);
    await open(page);
    await expect(page.getByText('The calendar did not come.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Open it at Cal.com' })).toBeVisible();
    const time = page.getByRole('radio', { name: /^\d\d:\d\d/ });
    await time.nth(embed === 'failing' ? 0 : 1).check({ force: true });
    await page.getByLabel('Name').fill('Grace Hopper');
    await page.getByLabel('E-mail address').fill(address('grace'));
    await page.getByRole('button', { name: /^Book \w{3} \d/ }).click();
    await expect(
      page.getByRole('heading', { name: 'Your call is booked' }).or(page.locator('.error-summary')),
    ).toBeVisible();
  });
}

test('our own list of times is there without a word to Cal.com’s page', async ({
  page,
  baseURL,
}) => {
  const asked = await calCom(page, 'served');
  await page.goto(`${site(baseURL)}/book/`);
  await page.getByRole('button', { name: 'Choose from a list instead' }).click();
  await expect(page.getByRole('radio', { name: /^\d\d:\d\d/ }).first()).toBeVisible();
  expect(asked).toEqual([]);
});

const policyOf = async (page: Page, url: string) => {
  await page.goto(url);
  return page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
};

test('only /book/ lets Cal.com in, and only where a calendar link is set', async ({
  page,
  baseURL,
}) => {
  const wide = await policyOf(page, `${site(baseURL)}/book/`);
  expect(wide).toMatch(/script-src [^;]*https:\/\/app\.cal\.com/);
  expect(wide).toMatch(/frame-src https:\/\/app\.cal\.com/);
  expect(wide?.match(/script-src [^;]*/)?.[0]).not.toContain('unsafe-inline');
  for (const path of ['/', '/quiz/', '/report/', '/call/']) {
    expect(await policyOf(page, site(baseURL) + path)).not.toMatch(/cal\.com|unsafe-inline/);
  }
  expect(await policyOf(page, '/book/')).not.toMatch(/cal\.com|unsafe-inline/);
});

test('/book/ keeps the headers of every page', async ({ page, baseURL }) => {
  const names = ['strict-transport-security', 'x-content-type-options', 'permissions-policy'];
  const other = (await page.request.get('/')).headers();
  for (const url of ['/book/', `${site(baseURL)}/book/`]) {
    const own = (await page.request.get(url)).headers();
    for (const name of names) expect(own[name], name).toBe(other[name]);
    expect(own['content-security-policy']).toContain("frame-ancestors 'none'");
  }
});
