import type { Linked } from './code/facts.ts';
import { Life } from './life.ts';
import type { Modules } from './modules.ts';
import { placedIn, type Routes } from './routes.ts';
import { isStaff } from './staff.ts';
import type { Start } from './starts.ts';

/** Which code the app uses at all, and which files of it only pages for staff bring in. */
export class Uses {
  readonly #files: ReadonlyMap<string, Linked>;
  readonly #life: Life;
  readonly #visitors = new Set<Linked>();

  /** @param aside files that are not the app, and use what they name */
  constructor(
    files: readonly Linked[],
    aside: readonly Linked[],
    modules: Modules,
    starts: readonly Start[],
    routes: Routes,
  ) {
    this.#files = new Map(files.map((file) => [file.path, file]));
    this.#life = new Life(modules, routes);
    for (const file of aside) this.#life.start(file, false);
    for (const { file, called } of starts) {
      const placed = called ? placedIn(file) : [];
      for (const one of placed) this.#life.offer(file, one);
      if (placed.length === 0) this.#life.start(file, called);
    }
    const waiting = starts.map(({ file }) => file).filter(({ path }) => !this.isUnused(path));
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      if (isStaff(file.path) || this.#visitors.has(file)) continue;
      this.#visitors.add(file);
      waiting.push(...(this.#life.brings.get(file) ?? []));
    }
  }

  /** Does no page, route or other start lead to this file, or to what stands on this line of it? */
  isUnused(path: string, line?: number): boolean {
    const units = this.#files.get(path)?.units ?? [];
    const { lives } = this.#life;
    const [file] = units;
    if (!file || !lives(file) || line === undefined) return file !== undefined && !lives(file);
    const around = units.filter((unit) => unit.line <= line && line <= unit.end);
    const holders = new Set(around.map(({ within }) => units[within]));
    const innermost = around.filter((unit) => !holders.has(unit));
    return innermost.length > 0 && !innermost.some(lives);
  }

  /** Is it for staff by its name, or brought in by such files alone? */
  isStaff(path: string): boolean {
    const file = this.#files.get(path);
    return (
      isStaff(path) || (file !== undefined && !this.isUnused(path) && !this.#visitors.has(file))
    );
  }
}
