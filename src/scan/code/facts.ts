import type { Table } from '#src/scan/schema/schema.ts';

/** What one file says, as plain data: the tree that it was read from is let go at once. */

export interface Filter {
  readonly column: string;
  /** As the client calls it: eq, neq, gt, in, ilike, …; `or.eq` where it is one of several ways to match. */
  readonly operator: string;
  /** Compared with something written in the code (`status = 'open'`), so it leaves a share of the table. */
  readonly fixed: boolean;
  /** What it is then compared with: one text, or several with commas between. */
  readonly value?: string | undefined;
  /** Compared with the visitor's own id: `user.id`. */
  readonly own?: boolean | undefined;
  /** Compared under a condition only. */
  readonly maybe?: boolean | undefined;
  readonly line: number;
}

/** One request to a database. */
export interface Query {
  readonly line: number;
  readonly client: 'supabase' | 'prisma' | 'drizzle' | 'firestore' | 'sql';
  /** As the code names it; absent where a variable does. */
  readonly table?: string | undefined;
  readonly action: 'read' | 'write' | 'call';
  /** A write that brings new rows. */
  readonly adds?: boolean | undefined;
  /** One row at most, by the request's own words. */
  readonly single: boolean;
  /** Has a limit or a page. */
  readonly limited: boolean;
  /** Tables that are read along with it. */
  readonly along?: readonly string[] | undefined;
  /** The limit, where it is so high that it counts as none. */
  readonly most?: number | undefined;
  /** Only counts, no rows come back. */
  readonly counts: boolean;
  readonly filters: readonly Filter[];
  readonly orders: readonly { readonly column: string; readonly line: number }[];
  /** Listens for changes instead of asking once. */
  readonly listens: boolean;
}

/** A call to a function: of this file (its number), or of another. */
export type Callee = { readonly here: number } | { readonly source: string; readonly name: string };

/** A function or the body of a loop: what happens when it runs. */
export interface Body {
  readonly line: number;
  readonly name?: string | undefined;
  readonly component: boolean;
  /** Runs once for each entry of a list whose length the code does not know. */
  readonly repeats: boolean;
  /** The list that it goes through, where that is known. */
  readonly over: readonly Origin[];
  /** The list is what one request brings along. */
  readonly given: boolean;
  /** Leaves with an answer: it may be one try after the other. */
  readonly answers: boolean;
  /** Asks once and keeps the answer for all who come after. */
  readonly keeps: boolean;
  /** The function around it by name, where it is a loop; before that the event that sets it off. */
  readonly inside?: string | undefined;
  /** Places in `queries`. */
  readonly queries: readonly number[];
  /** Lines of calls to something slow outside (an AI model). */
  readonly slow: readonly number[];
  /** Lines where it asks its own server by fetch. */
  readonly fetches: readonly number[];
  /** Asks for a change through React Query. */
  readonly mutates: boolean;
  /** Sends files, which cannot be sent in one request. */
  readonly uploads: boolean;
  readonly calls: readonly (Callee & { readonly line: number })[];
  /** Repeating bodies that run when this one runs. */
  readonly inner: readonly number[];
  /** Components that it shows. */
  readonly shows: readonly (Callee & { readonly line: number })[];
}

/** Where rows come from: a request of this file, or something of another file by name. */
export type Origin =
  | { readonly query: number }
  | { readonly source: string; readonly name: string; readonly path: string }
  | { readonly component: string; readonly prop: string };

export interface Derivation {
  readonly line: number;
  readonly how: 'filter' | 'sort' | 'reduce' | 'distinct';
  readonly of: readonly Origin[];
}

export interface Poll {
  readonly line: number;
  readonly milliseconds: number;
  readonly to: Callee;
}

export interface Channel {
  readonly line: number;
  readonly table: string | undefined;
  readonly filter: string | undefined;
  /** Keeps one visitor's rows only. */
  readonly scoped: boolean;
}

export interface SlowCall {
  readonly line: number;
  readonly service: string;
  readonly timed: boolean;
  readonly streams: boolean;
}

export interface Setup {
  readonly line: number;
  readonly what:
    'query-client' | 'stale-time' | 'use-query' | 'client-per-request' | 'browser-client';
}

export interface Given {
  readonly to: Callee;
  readonly prop: string;
  readonly of: readonly Origin[];
}

/** A unit of this file by its place, or what another file hands out by this name: `*` for all of it. */
export type Named = { readonly here: number } | { readonly source: string; readonly name: string };

export type Mention = Named & {
  /** Its value goes where nobody sees by which keys others take from it. */
  readonly whole: boolean;
  /** It only stands under this key in an object that others take from by key. */
  readonly as?: string | undefined;
};

/** Where a request goes, and how: any verb where nobody sees which. */
export interface Address {
  readonly path: string;
  /** GET, POST, … */
  readonly verb?: string | undefined;
}

/** A function, method or object that runs only where it is asked for. */
export interface Unit {
  readonly line: number;
  readonly end: number;
  /** The unit around it. */
  readonly within: number;
  /** Asked for by this key of an object or a class; otherwise by its name. */
  readonly key?: string | undefined;
  /** The address that it answers, where it is a route of a server: `/api/orders/:id`. */
  readonly route?: Address | undefined;
  /** Texts in it that may be addresses which it asks for: `/api/orders/…`. */
  readonly addresses: readonly Address[];
  /** Its members are called by their keys alone, whoever has it. */
  readonly keyed?: boolean | undefined;
  /** Keys that it asks objects for. */
  readonly asks: readonly string[];
  readonly mentions: readonly Mention[];
}

export interface Facts {
  readonly path: string;
  readonly lines: number;
  readonly place: 'browser' | 'server';
  readonly queries: readonly Query[];
  readonly bodies: readonly Body[];
  /** Name that others import → the body. */
  readonly exports: Readonly<Record<string, number>>;
  /** Files and packages that are brought in when it is. */
  readonly imports: readonly string[];
  /** The first is the file itself. */
  readonly units: readonly Unit[];
  /** What others can import, by name. */
  readonly names: ReadonlyMap<string, Named>;
  /** Files of which it passes everything on. */
  readonly stars: readonly string[];
  /** Exported function → property of what it returns ('' for the whole) → rows. */
  readonly returns: Readonly<Record<string, Readonly<Record<string, readonly Origin[]>>>>;
  /** Rows handed to a component as a property. */
  readonly given: readonly Given[];
  readonly derivations: readonly Derivation[];
  readonly polls: readonly Poll[];
  readonly channels: readonly Channel[];
  readonly slow: readonly SlowCall[];
  readonly setup: readonly Setup[];
  /** Tables that it declares for Drizzle. */
  readonly tables: readonly Table[];
}

/** How a file hangs together with others. */
export type Linked = Pick<Facts, 'path' | 'imports' | 'units' | 'names' | 'stars'>;
