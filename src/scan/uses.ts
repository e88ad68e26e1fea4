import type { Facts } from './code/facts.ts';
import type { Modules } from './modules.ts';
import { isStaff } from './staff.ts';

/** Folders of parts that do nothing unless another file brings them in. */
const PART =
  /(^|\/)(components?|hooks|lib|libs|utils|helpers|services|contexts?|providers|stores?)\//;
/** What a framework or the platform calls by its place or name. */
const ENTRY =
  /(^|\/)(pages|routes|api|screens|functions)\/|(^|\/)(page|layout|route|template|default|error|loading|not-found|middleware|proxy|instrumentation|main|index|app|server|worker|sw)(\.\w+)*\.[cm]?[jt]sx?$/i;

const lastOf = (path: string): string =>
  (path.split('/').at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/, '');

/** Which files the app uses at all, and which of them only pages for staff bring in. */
export class Uses {
  readonly #visitors: ReadonlySet<string>;
  readonly #all: ReadonlySet<string>;
  readonly #unused: ReadonlySet<string>;

  /** @param whole whether every file that can bring in another was read */
  constructor(files: readonly Facts[], modules: Modules, whole: boolean) {
    const roots = files.filter(({ path }) => !whole || !PART.test(path) || ENTRY.test(path));
    const byName = Map.groupBy(files, ({ path }) => lastOf(path));
    const broughtBy = (file: Facts): readonly Facts[] =>
      file.imports.flatMap((source) => {
        const found = modules.find(file.path, source);
        // By a short name that is set elsewhere it may mean any file that ends so.
        return found ? [found] : (byName.get(lastOf(source)) ?? []);
      });
    const from = (starts: readonly Facts[], enters: (path: string) => boolean) => {
      const seen = new Set<string>();
      const waiting = starts.filter(({ path }) => enters(path));
      for (let file = waiting.pop(); file; file = waiting.pop()) {
        if (seen.has(file.path)) continue;
        seen.add(file.path);
        waiting.push(...broughtBy(file).filter(({ path }) => enters(path) && !seen.has(path)));
      }
      return seen;
    };
    this.#all = from(roots, () => true);
    this.#unused = new Set(files.flatMap(({ path }) => (this.#all.has(path) ? [] : [path])));
    this.#visitors = from(roots, (path) => !isStaff(path));
  }

  /** Does no page, route or other start lead to this file? */
  isUnused = (path: string): boolean => this.#unused.has(path);

  /** Is it for staff by its name, or brought in by such files alone? */
  isStaff = (path: string): boolean =>
    isStaff(path) || (this.#all.has(path) && !this.#visitors.has(path));
}
