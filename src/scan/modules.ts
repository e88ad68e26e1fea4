import type { Facts, Linked } from './code/facts.ts';
import { GAP } from './code/value.ts';

const ENDING = /(\/index)?(\.[cm]?[jt]sx?)?$/;
const stem = (path: string) => path.replace(ENDING, '');

/** The name of a file, or of its folder where it is the folder’s index: of `@lib` too. */
export const lastOf = (path: string): string =>
  (stem(path).split('/').at(-1) ?? '').replace(/^[@~#$]/, '');

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** `../lib/orders` seen from `src/pages/Home.tsx` → `src/lib/orders` */
function join(folder: string, source: string): string {
  const parts = folder.split('/').filter(Boolean);
  for (const part of source.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** What a file brings in at once or while it runs. */
export const broughtBy = ({ imports, units }: Linked): readonly string[] => [
  ...imports,
  ...units.flatMap(({ mentions }) =>
    mentions.flatMap((one) => ('source' in one ? one.source : [])),
  ),
];

/** Finds the file that an import means; packages are not the project's files. */
export class Modules {
  /** `a.ts` and `a/index.ts` have one stem; the first of them is meant. */
  readonly #files: ReadonlyMap<string, readonly Facts[]>;
  readonly #byName: ReadonlyMap<string, readonly Facts[]>;
  readonly #byPackage: ReadonlyMap<string, readonly Facts[]>;

  /** @param homes folders of the project’s own packages, by their names */
  constructor(files: readonly Facts[], homes: ReadonlyMap<string, string>) {
    this.#byPackage = new Map(
      [...homes].map(([name, folder]) => [
        name,
        folder === '' ? [] : files.filter(({ path }) => path.startsWith(folder)),
      ]),
    );
    this.#files = Map.groupBy(files, ({ path }) => stem(path));
    this.#byName = Map.groupBy(files, ({ path }) => lastOf(path));
  }

  /** Every file that an import may mean. */
  all(from: string, asked: string): readonly Facts[] {
    const [source = ''] = asked.split('?');
    const gap = source.indexOf(GAP);
    if (gap >= 0) {
      // `./locales/${name}` may be any below.
      const start = source.slice(0, gap);
      const below = start.startsWith('.') ? join(folderOf(from), start) : start.replace(/^\W+/, '');
      return [...this.#files.values()]
        .flat()
        .filter(({ path }) =>
          start.startsWith('.') ? path.startsWith(below) : path.includes(below),
        );
    }
    const [, name = ''] = /^((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
    return (
      this.#found(from, source) ??
      this.#byPackage.get(name) ??
      // By a short name that is set elsewhere it may mean any file that ends so.
      this.#byName.get(lastOf(source)) ??
      []
    );
  }

  find = (from: string, source: string): Facts | undefined => this.#found(from, source)?.[0];

  #found(from: string, source: string): readonly Facts[] | undefined {
    if (source.startsWith('.')) return this.#files.get(stem(join(folderOf(from), source)));
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
