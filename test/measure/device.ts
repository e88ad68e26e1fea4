import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browser as findBrowser } from '#test/browser.mjs';
import type { Device } from './lab/configuration.ts';
import { median } from './percentile.ts';
import { SLOW_4G, type Visit } from './visit.ts';

const WORDS =
  'invoice customer order paid open late draft sent today week note call mail house street city'.split(
    ' ',
  );

function body(rows: number): string {
  let state = 7;
  const word = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return WORDS[(state >> 12) % WORDS.length];
  };
  return JSON.stringify(
    Array.from({ length: rows }, (_, id) => ({
      id,
      owner: `person-${(id * 7919) % 5000}@example.org`,
      status: word(),
      amount: (id * 37) % 100_000,
      created: new Date(1.7e12 + id * 61_000).toISOString(),
      label: `Item number ${id} of the list`,
      text: Array.from({ length: 14 }, word).join(' '),
    })),
  );
}

/** The page that the generated apps have: fetch everything, filter it, draw it. */
const PAGE = `<!doctype html><title>List</title><table><tbody id="list"></tbody></table><script>
window.visit = async (rows, shown) => {
  const list = document.getElementById('list');
  list.replaceChildren();
  const begun = performance.now();
  const text = await (await fetch('/rows?' + rows)).text();
  const fetched = performance.now();
  const all = JSON.parse(text);
  const parsed = performance.now();
  const found = all.filter((row) => row.label.toLowerCase().includes('number') && row.amount >= 0).sort((a, b) => b.amount - a.amount);
  const filtered = performance.now();
  for (const row of found.slice(0, shown)) {
    const line = document.createElement('tr');
    for (const key of ['owner', 'status', 'amount', 'created', 'label']) {
      const cell = document.createElement('td');
      cell.textContent = row[key];
      line.append(cell);
    }
    list.append(line);
  }
  list.getBoundingClientRect();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const drawn = performance.now();
  return { total: (drawn - begun) / 1e3, parse: (parsed - fetched) / 1e3, filter: (filtered - parsed) / 1e3, draw: (drawn - filtered) / 1e3, bytes: text.length };
};
</script>`;

/** A browser with a page that shows lists; `visit` waits for one list. */
export class Visitor {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #close: () => void;
  readonly #compressed: (rows: number) => number;

  private constructor(
    browser: Browser,
    page: Page,
    close: () => void,
    compressed: (rows: number) => number,
  ) {
    this.#browser = browser;
    this.#page = page;
    this.#close = close;
    this.#compressed = compressed;
  }

  static async open({ slower, network }: Pick<Device, 'slower' | 'network'>): Promise<Visitor> {
    const kept = new Map<number, Buffer>();
    const bodyOf = (rows: number) => {
      const known = kept.get(rows) ?? gzipSync(body(rows));
      kept.set(rows, known);
      return known;
    };
    const server = createServer((request, response) => {
      const rows = Number(request.url?.split('?')[1]);
      if (request.url?.startsWith('/rows')) {
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          'cache-control': 'no-store',
        });
        response.end(bodyOf(rows));
      } else {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(PAGE);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox'],
    });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    if (network === 'slow4g') {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: SLOW_4G.rtt * 1000,
        downloadThroughput: (SLOW_4G.mbit * 1e6) / 8,
        uploadThroughput: (SLOW_4G.uploadMbit * 1e6) / 8,
      });
    }
    return new Visitor(
      browser,
      page,
      () => server.close(),
      (rows) => bodyOf(rows).length,
    );
  }

  get version(): string {
    return this.#browser.version();
  }

  async visit(rows: number, shown: number): Promise<Visit> {
    this.#compressed(rows); // Made before the clock starts.
    const visit = await this.#page.evaluate<Omit<Visit, 'compressed'>>(`visit(${rows}, ${shown})`);
    return { ...visit, compressed: this.#compressed(rows) };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#close();
  }
}

/** The middle one of several visits, by its total. */
export async function visits(
  visitor: Visitor,
  rows: number,
  shown: number,
  count: number,
): Promise<Visit> {
  const all: Visit[] = [];
  for (let i = 0; i < count; i++) all.push(await visitor.visit(rows, shown));
  const middle = median(all.map(({ total }) => total));
  const nearest = all.toSorted(
    (a, b) => Math.abs(a.total - middle) - Math.abs(b.total - middle),
  )[0];
  if (!nearest) throw new Error('Count at least one visit.');
  return nearest;
}
