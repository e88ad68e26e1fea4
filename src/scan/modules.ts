import type { Facts } from './code/facts.ts';

const ENDING = /(\/index)?\.[cm]?[jt]sx?$/;
const stem = (path: string) => path.replace(ENDING, '');

/** `../lib/orders` seen from `src/pages/Home.tsx` → `src/lib/orders` */
function join(folder: string, source: string): string {
  const parts = folder.split('/').filter(Boolean);
  for (const part of source.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Finds the file that an import means; packages are not the project's files. */
export class Modules {
  readonly #files: ReadonlyMap<string, Facts>;

  constructor(files: readonly Facts[]) {
    this.#files = new Map(files.map((file) => [stem(file.path), file]));
  }

  find(from: string, source: string): Facts | undefined {
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    if (source.startsWith('.')) return this.#files.get(stem(join(folder, source)));
    const alias =
      /^(?:@|~|#|\$lib|@src)\/(.+)$/.exec(source)?.[1] ??
      (source.startsWith('src/') ? source.slice(4) : undefined);
    const shared = /^@(shared|server|client|lib|components)\/(.+)$/.exec(source);
    const inner = alias ?? (shared ? `${shared[1]}/${shared[2]}` : undefined);
    if (!inner) return undefined;
    const root = /^(.*?)src\//.exec(from)?.[1] ?? '';
    for (const base of [`${root}src/`, root, '', 'client/src/', 'app/']) {
      const found = this.#files.get(stem(base + inner));
      if (found) return found;
    }
    return undefined;
  }
}
