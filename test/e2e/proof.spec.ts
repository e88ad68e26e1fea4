import { toFragment } from '#src/report/link.ts';
import { address, expect, test } from './fixture.ts';
import { founder } from './quiz.ts';

// Outside the local mode, where the limits hold.
test.use({ baseURL: `http://localhost:${Number(process.env.E2E_PORT ?? 8790) + 3}` });

test('a browser does its work while the form is filled, and sends it along', async ({ page }) => {
  await page.goto(`/report/#${toFragment(founder)}`);
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Mail me this report' }) });
  const riddle = page.waitForResponse('**/api/proof');
  await form.getByLabel('E-mail address').fill(address('pia'));
  expect((await riddle).status()).toBe(200);
  await form.getByRole('checkbox').check();
  const sent = page.waitForResponse('**/api/leads');
  await form.getByRole('button', { name: 'Mail me this report' }).click();
  const answer = await sent;
  expect(answer.status()).toBe(201);
  const proof = JSON.parse(atob((await answer.request().allHeaders()).proof ?? ''));
  expect(proof.solution.derivedKey).toMatch(/^00/);
  await expect(page.getByRole('heading', { name: 'The report is on its way' })).toBeVisible();
});

test('a browser that cannot do the work is served all the same', async ({ page, allow }) => {
  allow.push(/ERR_FAILED/);
  await page.route('**/api/proof', (route) => route.abort());
  await page.goto(`/report/#${toFragment(founder)}`);
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Mail me this report' }) });
  await form.getByLabel('E-mail address').fill(address('pia'));
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Mail me this report' }).click();
  await expect(page.getByRole('heading', { name: 'The report is on its way' })).toBeVisible();
});
