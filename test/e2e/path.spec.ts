import type { Page } from '@playwright/test';
import { address, expect, openMail, test } from './fixture.ts';
import { founder, takeQuiz } from './quiz.ts';

const owner = 'owner@loadworthy.example';

/** Chooses one of the free times, another one in each test. Returns its start. */
async function chooseTime(page: Page) {
  const times = page.getByRole('radio', { name: /^\d\d:\d\d/ });
  await expect(times.first()).toBeVisible();
  await page.getByRole('button', { name: /later/i }).click();
  const days = page.getByRole('group', { name: 'Day' }).getByRole('radio');
  await days.nth(Math.floor(Math.random() * (await days.count()))).check({ force: true });
  const time = times.nth(Math.floor(Math.random() * (await times.count())));
  await time.check({ force: true });
  return time.inputValue();
}

async function mailReport(page: Page, to: string) {
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Mail me this report' }) });
  await form.getByLabel('E-mail address').fill(to);
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Mail me this report' }).click();
  await expect(page.getByRole('heading', { name: 'The report is on its way' })).toBeFocused();
}

test('from the home page to a booked call, with every mail in the mailbox', async ({ page }) => {
  const to = address('ada');
  await page.goto('/');
  await page
    .getByRole('main')
    .getByRole('link', { name: /rate your app/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/quiz\/$/);

  expect((await takeQuiz(page, founder)).length).toBeLessThanOrEqual(12);
  const sentence = await page.getByRole('heading', { level: 1 }).innerText();
  expect(sentence).toMatch(/gives at/i);
  const link = page.url();

  await mailReport(page, to);
  const start = await chooseTime(page);
  await page.getByRole('textbox', { name: 'Name' }).last().fill('Ada Lovelace');
  await page.getByLabel('E-mail address').last().fill(to);
  await page.getByRole('button', { name: /^Book \w{3} \d/ }).click();
  await expect(page.getByRole('heading', { name: 'Your call is booked' })).toBeFocused();
  await expect(page.getByText(/New York|Eastern|GMT-/).first()).toBeVisible();
  const change = await page
    .getByRole('link', { name: 'Move or cancel the call' })
    .getAttribute('href');

  await openMail(page, to, /users at once|report/i);
  await page.goto(`${page.url()}/html`);
  await expect(page.getByText(sentence.replace(/\.$/, '')).first()).toBeVisible();
  const back = await page
    .getByRole('link', { name: /report/i })
    .first()
    .getAttribute('href');
  expect(new URL(back ?? '').hash).toBe(new URL(link).hash);

  await openMail(page, owner, /New lead/, to);
  await openMail(page, owner, /call/i, to);
  await openMail(page, to, /call/i);
  const ics = await (
    await page.request.get(
      (await page.getByRole('link', { name: /\.ics$/ }).getAttribute('href')) ?? '',
    )
  ).text();
  expect(ics).toContain(`DTSTART:${start.replace(/[-:]|\.000/g, '')}`);

  await page.goto(change ?? '');
  await page.getByRole('button', { name: 'Cancel the call' }).click();
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(page.getByRole('heading', { name: 'Your call is cancelled' })).toBeVisible();
  await openMail(page, to, /cancel/i);
});

test('the link of a report shows the same report on another device', async ({ page, browser }) => {
  await takeQuiz(page, founder);
  const sentence = await page.getByRole('heading', { level: 1 }).innerText();
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(sentence);
  await other.context().close();
});

test('a link that was tampered with says so and leads on', async ({ page }) => {
  await page.goto('/report/#v=1&builder=lovable&rows=plenty');
  await expect(page.getByRole('main')).toContainText(/link/i);
  await page
    .getByRole('main')
    .getByRole('link', { name: /rate|quiz|question/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/quiz\//);
});

test('a taken time is told at once, with the next ones, and nothing typed is lost', async ({
  page,
  allow,
}) => {
  allow.push(/409/);
  await page.goto('/book/');
  const start = await chooseTime(page);
  await page.getByLabel('Name').fill('Grace Hopper');
  await page.getByLabel('E-mail address').fill(address('grace'));
  const rival = await page.request.post('/api/bookings', {
    data: {
      id: crypto.randomUUID(),
      start,
      timeZone: 'Asia/Kolkata',
      name: 'Rival',
      email: address('rival'),
    },
  });
  expect(rival.status()).toBe(201);
  await page.getByRole('button', { name: /^Book \w{3} \d/ }).click();
  await expect(page.getByRole('alert').or(page.locator('.error-summary'))).toContainText(
    /taken|booked|gone/i,
  );
  await expect(page.getByRole('radio', { name: /^\d\d:\d\d/ }).first()).toBeVisible();
  await expect(page.locator(`input[value="${start}"]`)).toHaveCount(0);
  await expect(page.getByLabel('Name')).toHaveValue('Grace Hopper');
});

test('a call can be moved by its link', async ({ page }) => {
  const slots = await (await page.request.get('/api/slots')).json();
  const { start } = slots.slots[Math.floor(Math.random() * slots.slots.length)];
  const booked = await page.request.post('/api/bookings', {
    data: {
      id: crypto.randomUUID(),
      start,
      timeZone: 'America/New_York',
      name: 'Mary',
      email: address('mary'),
    },
  });
  await page.goto(`/call/#${(await booked.json()).token}`);
  const before = await page.getByRole('heading', { level: 2 }).first().innerText();
  await page.getByRole('button', { name: 'Move to another time' }).click();
  await chooseTime(page);
  await page.getByRole('button', { name: /^Move/ }).last().click();
  await expect(page.getByText('The call is moved')).toBeVisible();
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).not.toBe(before);
});

test('bad input to the mail form is told beside the field, and kept', async ({ page }) => {
  await takeQuiz(page, founder);
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Mail me this report' }) });
  await form.getByLabel('E-mail address').fill('x@y');
  await form.getByRole('button', { name: 'Mail me this report' }).click();
  await expect(form.getByRole('link', { name: /Enter an e-mail address like/ })).toBeVisible();
  await expect(form.getByRole('link', { name: /Tick the box/ })).toBeVisible();
  await form.getByRole('link', { name: /Enter an e-mail address like/ }).click();
  await expect(form.getByLabel('E-mail address')).toBeFocused();
  await expect(form.getByLabel('E-mail address')).toHaveValue('x@y');
});

test('when the API is out of reach, nothing typed is lost and there is another way', async ({
  page,
  allow,
}) => {
  allow.push(/Failed to load resource|ERR_FAILED/);
  await takeQuiz(page, founder);
  await page.route('**/api/leads', (route) => route.abort());
  const to = address('nora');
  const form = page
    .locator('form')
    .filter({ has: page.getByLabel('E-mail address') })
    .first();
  await form.getByLabel('E-mail address').fill(to);
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Mail me this report' }).click();
  await expect(form.getByText('The report could not be sent.')).toBeVisible();
  await expect(form.getByLabel('E-mail address')).toHaveValue(to);
  await page.unroute('**/api/leads');
  await form.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'The report is on its way' })).toBeVisible();
  await openMail(page, to, /users at once|report/i);
});
