import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, pages, test } from './fixture.ts';

/** The same site without the local mode; its port is the third after the one of the other tests. */
const production = (baseURL: string | undefined) => {
  const url = new URL(baseURL ?? '');
  url.port = String(Number(url.port) + 3);
  return url.origin;
};

test.describe.configure({ mode: 'serial' });
test.skip(({ isMobile }) => isMobile, 'It is the server that is looked at');

test('production takes leads, and has no mailbox at any address', async ({ request, baseURL }) => {
  const at = production(baseURL);
  expect(await (await request.get(`${at}/api/health`)).json()).toMatchObject({ mail: 'resend' });
  expect(await (await request.get('/dev/mailbox')).text()).toContain('Mailbox');
  for (const path of [
    '/dev',
    '/dev/',
    '/dev/mailbox',
    '/dev/mailbox/',
    '/dev/mailbox/report:1',
    '/dev/mailbox/report:1/html',
    '/dev/mailbox/report:1/files/0',
    '/DEV/mailbox',
    '//dev/mailbox',
    '/dev//mailbox',
    '/%64ev/mailbox',
    '/dev%2fmailbox',
    '/x/../dev/mailbox',
    '/dev/mailbox?MODE=local',
  ]) {
    const answer = await request.get(at + path, { headers: { mode: 'local' } });
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).not.toContain('No mail yet');
  }
});

test('every answer, page, file and refusal carries the headers', async ({ request, baseURL }) => {
  const at = production(baseURL);
  const assets = fileURLToPath(new URL('../../dist/_astro/', import.meta.url));
  const files = readdirSync(assets)
    .filter((file) => /\.(js|css|woff2)$/.test(file))
    .slice(0, 12)
    .map((file) => `/_astro/${file}`);
  const others = [
    '/robots.txt',
    '/favicon.svg',
    '/api/health',
    '/api/slots',
    '/api/nothing',
    '/dev',
  ];
  for (const path of [...pages, ...files, ...others]) {
    const headers = (await request.get(at + path)).headers();
    expect(headers['strict-transport-security'], path).toMatch(/max-age=31536000/);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toMatch(
      /^(no-referrer|strict-origin-when-cross-origin)$/,
    );
    expect(headers['permissions-policy'], path).toMatch(/camera=\(\).*microphone=\(\)/);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, path).toMatch(/frame-ancestors '(none|self)'|default-src 'none'/);
    expect(policy, path).not.toMatch(/unsafe-inline|unsafe-eval'/);
  }
});

test('the policy of every page forbids what it does not name, and inline scripts', async ({
  request,
  baseURL,
}) => {
  for (const path of pages) {
    const html = await (await request.get(production(baseURL) + path)).text();
    // A page may have a second one, which takes more away.
    const policy = [...html.matchAll(/http-equiv="content-security-policy" content="([^"]+)"/gi)]
      .map(([, content]) => content)
      .join('; ');
    expect(policy, path).toMatch(/default-src 'none'/);
    expect(policy, path).toMatch(/base-uri 'none'/);
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? '';
    expect(scripts, path).toContain("'self'");
    expect(scripts, path).not.toMatch(/unsafe|https?:|\*/);
  }
});
