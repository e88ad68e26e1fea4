import type { Body, Callee, Facts, Origin } from './code/facts.ts';
import type { Modules } from './modules.ts';

/** A body, told by its file. */
export interface At {
  readonly file: Facts;
  readonly body: Body;
}

/** A request that rows come from. */
export interface Source {
  readonly file: Facts;
  readonly query: number;
}

/** Follows calls and rows from file to file. */
export class Reach {
  readonly #modules: Modules;
  readonly #asks = new Map<Body, boolean>();
  readonly #given = new Map<Facts, Map<string, { file: Facts; of: readonly Origin[] }[]>>();

  constructor(files: readonly Facts[], modules: Modules) {
    this.#modules = modules;
    for (const file of files)
      for (const { to, prop, of } of file.given) this.#note(file, to, prop, of);
  }

  #note(file: Facts, to: Callee, prop: string, of: readonly Origin[]) {
    const target = this.at(file, to);
    if (!target?.body.name) return;
    const props =
      this.#given.get(target.file) ?? new Map<string, { file: Facts; of: readonly Origin[] }[]>();
    const key = `${target.body.name}.${prop}`;
    props.set(key, [...(props.get(key) ?? []), { file, of }]);
    this.#given.set(target.file, props);
  }

  /** The exported body of this name, through files that pass it on. */
  exported(file: Facts, name: string, depth = 4): At | undefined {
    const here = file.exports[name];
    const body = here === undefined ? undefined : file.bodies[here];
    if (body) return { file, body };
    if (depth === 0) return undefined;
    const [root = '', ...members] = name.split('.');
    const passed = file.names.get(root);
    const others =
      passed && 'source' in passed
        ? [{ ...passed, name: [passed.name, ...members].join('.') }]
        : file.stars.map((source) => ({ source, name }));
    for (const one of others) {
      const next = this.#modules.find(file.path, one.source);
      const found = next && this.exported(next, one.name, depth - 1);
      if (found) return found;
    }
    return undefined;
  }

  at(file: Facts, callee: Callee): At | undefined {
    if ('here' in callee) {
      const body = file.bodies[callee.here];
      return body && { file, body };
    }
    const other = this.#modules.find(file.path, callee.source);
    return other && this.exported(other, callee.name);
  }

  /** Does running this body send a request each time, itself or through what it calls? */
  asks(at: At): boolean {
    const seen = new Set<Body>();
    const found = this.#asksWithin(at, seen);
    this.#asks.set(at.body, found);
    // Where nothing asks, nothing that it leads to does.
    if (!found) for (const body of seen) this.#asks.set(body, false);
    return found;
  }

  #asksWithin({ file, body }: At, seen: Set<Body>): boolean {
    const known = body.keeps ? false : this.#asks.get(body);
    if (known !== undefined) return known;
    if (seen.has(body)) return false;
    seen.add(body);
    if (body.queries.length + body.slow.length + body.fetches.length > 0) return true;
    return [...body.calls, ...body.inner.map((here) => ({ here }))].some((callee) => {
      const target = this.at(file, callee);
      return target !== undefined && this.#asksWithin(target, seen);
    });
  }

  /** The first request that running this body sends, for its words. */
  firstQuery(at: At, seen: Set<Body> = new Set()): Source | undefined {
    if (at.body.keeps || seen.has(at.body)) return undefined;
    seen.add(at.body);
    const [first] = at.body.queries;
    if (first !== undefined) return { file: at.file, query: first };
    for (const callee of at.body.calls) {
      const target = this.at(at.file, callee);
      const found = target && this.firstQuery(target, seen);
      if (found) return found;
    }
    return undefined;
  }

  /**
   * The requests to a database that running this body sends; undefined where there are more than `most`,
   * one for each entry of a list, or a question to a server, which may ask anything.
   */
  requests(at: At, most: number, depth = 6): Source[] | undefined {
    const { file, body } = at;
    if (body.keeps) return [];
    if (body.fetches.length + body.slow.length > 0 || depth === 0) return undefined;
    if (body.inner.some((here) => this.#asking(file, { here }))) return undefined;
    const found: Source[] = body.queries.map((query) => ({ file, query }));
    for (const callee of body.calls) {
      if (found.length > most) return undefined;
      const target = this.#asking(file, callee);
      const more = target ? this.requests(target, most - found.length, depth - 1) : [];
      if (!more) return undefined;
      found.push(...more);
    }
    return found.length > most ? undefined : found;
  }

  /** Where this leads, if it sends a request there. */
  #asking(file: Facts, callee: Callee): At | undefined {
    const target = this.at(file, callee);
    return target && this.asks(target) ? target : undefined;
  }

  /** The requests that these rows come from. */
  sources(file: Facts, origins: readonly Origin[], depth = 5): Source[] {
    if (depth === 0) return [];
    return origins.flatMap((origin) => {
      if ('query' in origin) return [{ file, query: origin.query }];
      if ('component' in origin) {
        const given = this.#given.get(file)?.get(`${origin.component}.${origin.prop}`) ?? [];
        return given.flatMap((one) => this.sources(one.file, one.of, depth - 1));
      }
      const other = this.#modules.find(file.path, origin.source);
      const target = other && this.exported(other, origin.name);
      if (!target) return [];
      const name = Object.entries(target.file.exports).find(
        ([, at]) => target.file.bodies[at] === target.body,
      )?.[0];
      const returns = target.file.returns[name ?? ''] ?? {};
      return this.sources(target.file, returns[origin.path] ?? [], depth - 1);
    });
  }
}
