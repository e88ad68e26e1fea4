import type { Address, Linked, Named, Unit } from './code/facts.ts';
import type { Modules } from './modules.ts';
import { nameOf, type Placed, type Routes } from './routes.ts';

/**
 * Follows from what starts by itself which units of the code can run. A unit lives where living code
 * mentions its name, or its key where it belongs to an object: rather too many live than too few.
 */
export class Life {
  /** The files that each living file takes from. */
  readonly brings = new Map<Linked, Set<Linked>>();
  readonly #modules: Modules;
  readonly #living = new Set<Unit>();
  /** Units of whose members nobody sees which are used. */
  readonly #whole = new Set<Unit>();
  /** Keys that were asked for, and routes by their names. */
  readonly #asked = new Set<string>();
  /** What follows when a key or a route is asked for, or a unit is used whole. */
  readonly #waiting = new Map<string | Unit, (() => void)[]>();
  /** Names that were taken from a file, so that each is followed once. */
  readonly #taken = new Set<string>();
  readonly #next: (() => void)[] = [];

  readonly #routes: Routes;

  constructor(modules: Modules, routes: Routes) {
    this.#modules = modules;
    this.#routes = routes;
  }

  lives = (unit: Unit): boolean => this.#living.has(unit);

  /** @param offers whether something that is not read calls what the file hands out */
  start(file: Linked, offers: boolean) {
    this.#live(file, 0);
    if (offers) this.#takeAll(file);
    this.#follow();
  }

  /** What a file answers by its place, once it is asked for. */
  offer(file: Linked, { route, name }: Placed) {
    this.#whenAsked(route, () => {
      this.#live(file, 0);
      this.#take(file, name, true);
    });
    this.#follow();
  }

  #follow() {
    for (let next = this.#next.pop(); next; next = this.#next.pop()) next();
  }

  #live(file: Linked, place: number) {
    const unit = file.units[place];
    if (!unit || this.#living.has(unit)) return;
    this.#living.add(unit);
    this.#next.push(() => this.#run(file, unit, place));
  }

  #run(file: Linked, unit: Unit, place: number) {
    if (place === 0) for (const source of file.imports) this.#bring(file, source);
    for (const key of unit.asks) this.#ask(key);
    for (const address of unit.addresses)
      for (const route of this.#routes.leadsTo(address)) this.#ask(nameOf(route));
    for (const { whole, as, ...to } of unit.mentions) {
      if (as === undefined) this.#mention(file, to, whole);
      // Whoever takes it by its key may do with it what nobody sees.
      else this.#when(unit, as, () => this.#mention(file, to, true));
    }
    file.units.forEach(({ within, key, route }, member) => {
      if (within !== place) return;
      if (key !== undefined) this.#when(unit, key, () => this.#live(file, member));
      if (route !== undefined) this.#whenAsked(route, () => this.#live(file, member));
    });
  }

  /** Now or later: when this key is asked for, or nobody sees which keys are. */
  #when(unit: Unit, key: string, then: () => void) {
    const { keyed } = unit;
    if (this.#asked.has(key) || (!keyed && this.#whole.has(unit))) then();
    for (const one of keyed ? [key] : [unit, key]) this.#wait(one, then);
  }

  #wait(what: string | Unit, then: () => void) {
    const waiting = this.#waiting.get(what);
    if (waiting) waiting.push(then);
    else this.#waiting.set(what, [then]);
  }

  #whenAsked(route: Address, then: () => void) {
    const name = nameOf(route);
    if (this.#asked.has(name) || this.#routes.isAsked(route)) then();
    else this.#wait(name, then);
  }

  #wake(what: string | Unit) {
    const waiting = this.#waiting.get(what) ?? [];
    this.#waiting.delete(what);
    for (const then of waiting) then();
  }

  #ask(key: string) {
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    this.#wake(key);
  }

  #mention(file: Linked, to: Named, whole: boolean) {
    if ('here' in to) {
      const unit = file.units[to.here];
      this.#live(file, to.here);
      if (!whole || !unit || this.#whole.has(unit)) return;
      this.#whole.add(unit);
      this.#wake(unit);
      return;
    }
    for (const target of this.#bring(file, to.source)) {
      if (to.name === '*') this.#takeAll(target);
      else this.#take(target, to.name, whole);
    }
  }

  #bring(file: Linked, source: string): readonly Linked[] {
    const targets = this.#modules.all(file.path, source);
    const known = this.brings.get(file) ?? new Set<Linked>();
    this.brings.set(file, known);
    for (const target of targets) {
      known.add(target);
      this.#live(target, 0);
    }
    return targets;
  }

  #isTaken(file: Linked, what: string): boolean {
    const key = `${file.path} ${what}`;
    if (this.#taken.has(key)) return true;
    this.#taken.add(key);
    return false;
  }

  #take(file: Linked, name: string, whole: boolean) {
    if (this.#isTaken(file, `${name} ${whole}`)) return;
    const to = file.names.get(name);
    if (to) this.#mention(file, to, whole);
    else
      for (const source of file.stars)
        for (const target of this.#bring(file, source)) this.#take(target, name, whole);
  }

  #takeAll(file: Linked) {
    if (this.#isTaken(file, '*')) return;
    for (const name of file.names.keys()) this.#take(file, name, true);
    for (const source of file.stars)
      for (const target of this.#bring(file, source)) this.#takeAll(target);
  }
}
