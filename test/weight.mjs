/**
 * What a page of the built site weighs, in bytes as sent (gzip; fonts as they are): everything that
 * its HTML names and what those scripts import at once. Read against `budgets` in package.json.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const read = (path) => readFileSync(join(dist, path));
const zipped = (bytes) => gzipSync(bytes, { level: 9 }).length;
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

/** The scripts that these load statically, themselves included. */
function withImports(entries) {
  const seen = new Set();
  const visit = (path) => {
    if (seen.has(path) || !existsSync(join(dist, path))) return;
    seen.add(path);
    const code = read(path).toString();
    for (const spec of all(code, /(?:import|from)\s*["'](\.[^"']+\.js)["']/g)) {
      visit(posix.join(dirname(path), spec));
    }
  };
  for (const path of entries) visit(path);
  return [...seen];
}

/** @param {string} page path of the page, such as `/quiz/` */
export function weigh(page) {
  const html = read(join(page, 'index.html')).toString();
  const linked = all(html, /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  const styles = linked.map((path) => read(path).toString());
  const inline = all(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  const fonts = new Set(all([...styles, ...inline].join('\n'), /url\(["']?([^"')]+\.woff2)/g));
  const scripts = withImports([
    ...all(html, /<script[^>]+src="([^"]+)"/g),
    ...all(html, /(?:component-url|renderer-url|before-hydration-url)="([^"]+)"/g),
  ]);
  const inlineScripts = all(
    html,
    /<script(?![^>]*(?:\ssrc=|type="application\/(?:ld\+)?json"))[^>]*>([\s\S]+?)<\/script>/g,
  );
  return {
    html: zipped(html),
    css: zipped([...styles, ...inline].join('\n')),
    js: [...scripts.map(read), ...inlineScripts.map(Buffer.from)].reduce(
      (sum, code) => sum + zipped(code),
      0,
    ),
    fonts: [...fonts].reduce((sum, path) => sum + read(path).length, 0),
  };
}
