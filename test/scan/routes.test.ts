import { describe, expect, test } from 'vitest';
import { nameOf, pathOf, Routes } from '#src/scan/routes.ts';
import { projectOf } from './project.ts';

type Files = Readonly<Record<string, string>>;

/** Routes that the app asks for, enough of them to know who asks. */
const KNOWN: Files = {
  'src/known.ts': Array.from({ length: 20 }, (_, i) => `fetch('/api/known${i}/list');`).join('\n'),
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [
      `app/api/known${i}/list/route.ts`,
      'export async function GET() {}',
    ]),
  ),
};

/** Does code lead to a route of a server, or is it asked for anyway? */
function asks(code: string, path: string, verb?: string): boolean {
  const server = `app.${verb?.toLowerCase() ?? 'all'}('${path}', async () => {});`;
  const { files } = projectOf({ ...KNOWN, 'server/one.ts': server, 'src/page.tsx': code });
  const routes = new Routes(files, true);
  const asked = files.flatMap(({ units }) => units.flatMap(({ addresses }) => addresses));
  const route = { path, verb };
  const met = new Set(asked.flatMap((address) => routes.leadsTo(address)).map(nameOf));
  return routes.isAsked(route) || met.has(nameOf(route));
}

test('a route of Next.js is known by its file', () => {
  expect(pathOf('app/api/orders/[id]/route.ts')).toBe('/api/orders/[id]');
  expect(pathOf('src/app/api/orders/route.js')).toBe('/api/orders');
  expect(pathOf('pages/api/orders/index.ts')).toBe('/api/orders');
  expect(pathOf('src/lib/api/orders.ts')).toBeUndefined();
});

test.each([
  ['written out', `fetch('/api/orders');`, '/api/orders'],
  ['with a name in it', 'fetch(`/api/orders/${id}/lines`);', '/api/orders/:id/lines'],
  ['put together', `fetch('/api/orders/' + id);`, '/api/orders/:id'],
  ['with what is asked beside', 'fetch(`/api/orders?day=${day}`);', '/api/orders'],
  ['on another server', `fetch('https://example.org/api/orders');`, '/api/orders'],
  ['below an address that is set', 'axios.get(`${API}/orders`);', '/api/orders'],
  ['below a router', `fetch('/api/orders/export-all');`, '/export-all'],
  [
    'by a key of a query',
    `useQuery({ queryKey: ['/api/orders', id, 'lines'] });`,
    '/api/orders/:id/lines',
  ],
  [
    'by the beginning of a key',
    `useQuery({ queryKey: ['/api/orders', ...more] });`,
    '/api/orders/:id/lines',
  ],
  ['of a kind that a run knows', 'fetch(`/api/${kind}/lines`);', '/api/orders/lines'],
  [
    'by a link',
    `export const Page = () => <a href="/api/orders/print">Print</a>;`,
    '/api/orders/print',
  ],
  ['in a list of several', `['/api/orders', '/api/users'].map(ask);`, '/api/orders'],
  ['below a router, all by a run', 'fetch(`/api/orders/${id}/${deed}`);', '/:id/approve'],
  ['from outside', '', '/api/stripe/webhook'],
  ['with no name of its own', '', '/:id'],
])('an address leads to a route: %s', (_, code, route) => {
  expect(asks(code, route)).toBe(true);
});

test.each([
  ['another', `fetch('/api/orders');`, '/api/customers'],
  ['one below it', `fetch('/api/orders/lines');`, '/api/orders'],
  ['another of the same end', 'fetch(`/api/shops/${id}/lines`);', '/api/orders/lines'],
  ['a mere variable', 'fetch(`${base}/${path}`);', '/api/orders/lines'],
  ['a sentence', `const text = 'yes and/or no';`, '/or'],
])('an address does not lead to a route: %s', (_, code, route) => {
  expect(asks(code, route)).toBe(false);
});

test.each([
  [`fetch('/api/orders');`, 'GET', true],
  [`fetch('/api/orders');`, 'POST', false],
  [`fetch('/api/orders', { method: 'POST' });`, 'POST', true],
  [`fetch('/api/orders', { method: 'POST' });`, 'GET', false],
  [`fetch('/api/orders', options);`, 'POST', true],
  [`axios.delete('/api/orders');`, 'DELETE', true],
  [`axios.delete('/api/orders');`, 'GET', false],
  [`apiRequest('PUT', '/api/orders', order);`, 'PUT', true],
  [`apiRequest('PUT', '/api/orders', order);`, 'GET', false],
  [`const ORDERS = '/api/orders';`, 'GET', true],
])('%s asks for %s: %s', (code, verb, expected) => {
  expect(asks(code, '/api/orders', verb)).toBe(expected);
});

describe('what a route answers', () => {
  const SERVER: Files = {
    'server/index.ts': `import { registerRoutes } from './routes';
registerRoutes(app);`,
    'server/routes.ts': `import { storage } from './storage';
export function registerRoutes(app) {
  app.get('/api/orders/late', async (req, res) => res.json(await storage.late()));
  app.get('/api/orders/open', mayRead, async (req, res) => res.json(await storage.open()));
}`,
    'server/storage.ts': `class DatabaseStorage {
  async late() { return db.select().from(orders); }
  async open() { return db.select().from(orders); }
}
export const storage = new DatabaseStorage();`,
  };
  const lives = (files: Files, line: number) =>
    !projectOf(files).uses.isUnused('server/storage.ts', line);

  test('lives where the app asks for it, with what it calls', () => {
    const files = { ...KNOWN, ...SERVER, 'src/main.tsx': `fetch('/api/orders/late');` };
    expect([lives(files, 2), lives(files, 3)]).toEqual([true, false]);
  });

  test('lives where somebody else asks for most of the routes', () => {
    const { 'src/known.ts': _, ...unasked } = KNOWN;
    const files = { ...unasked, ...SERVER, 'src/main.tsx': `fetch('/api/orders/late');` };
    expect([lives(files, 2), lives(files, 3)]).toEqual([true, true]);
    const few = {
      ...SERVER,
      'app/api/orders/all/route.ts': 'export async function GET() {}',
      'src/main.tsx': `fetch('/api/orders/late'); fetch('/api/orders/all');`,
    };
    expect([lives(few, 2), lives(few, 3)]).toEqual([true, true]);
  });

  test('lives where parts of the app were not read', () => {
    const files = { ...KNOWN, ...SERVER, 'src/App.vue': '<template />' };
    expect([lives(files, 2), lives(files, 3)]).toEqual([true, true]);
  });

  test('lives only where what asks for it lives', () => {
    const LATE = `export const orders = { late: () => fetch('/api/orders/late') };`;
    const files = { ...KNOWN, ...SERVER, 'src/api.ts': LATE };
    const main = (code: string) => ({ 'src/main.tsx': `import { orders } from './api'; ${code}` });
    expect(lives({ ...files, ...main('orders.late();') }, 2)).toBe(true);
    expect(lives({ ...files, ...main('orders.early();') }, 2)).toBe(false);
  });

  test('lives where a file that may ask could not be read', () => {
    const files = { ...KNOWN, ...SERVER, 'src/Broken.tsx': 'fetch("/api/orders/late"; <' };
    expect([lives(files, 2), lives(files, 3)]).toEqual([true, true]);
  });

  test('of a file, verb by verb', () => {
    const path = 'app/api/orders/late/route.ts';
    const files = {
      ...KNOWN,
      [path]: `export async function GET() { return db.select().from(orders); }
export async function POST() { return db.insert(orders).values({}); }`,
      'src/page.tsx': `fetch('/api/orders/late', { method: 'POST' });`,
    };
    const { uses } = projectOf(files);
    expect([uses.isUnused(path, 1), uses.isUnused(path, 2)]).toEqual([true, false]);
  });

  test('of a file, likewise', () => {
    const GET = `export async function GET() { return db.select().from(orders); }`;
    const files = { ...KNOWN, 'app/api/orders/late/route.ts': GET };
    const unused = (more: Files) =>
      projectOf({ ...files, ...more }).uses.isUnused('app/api/orders/late/route.ts', 1);
    expect(unused({})).toBe(true);
    expect(unused({ 'src/page.tsx': `fetch('/api/orders/late');` })).toBe(false);
  });
});
