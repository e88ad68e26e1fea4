/** What is known of the database, whether from migrations, a dump, generated types or a query's result. */

export interface Place {
  readonly file: string;
  readonly line: number;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  /** Only types that were made of the database tell of it, and no migration. */
  readonly untold?: boolean | undefined;
}

interface Key {
  readonly name: string;
  readonly columns: readonly string[];
  readonly primary: boolean;
}

interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: string;
  readonly place: Place;
}

interface Index {
  readonly name: string;
  /** In order; undefined where the index holds an expression. */
  readonly columns: readonly (string | undefined)[];
  readonly method: string;
  readonly unique: boolean;
  readonly partial: boolean;
  /** A partial one that leaves out rows only where one of these is null, which no comparison finds. */
  readonly filled?: readonly string[] | undefined;
}

export type Command = 'all' | 'select' | 'insert' | 'update' | 'delete';

export interface Policy {
  readonly name: string;
  readonly command: Command;
  readonly restrictive: boolean;
  readonly roles: readonly string[];
  /** The expressions as written, without the brackets around them. */
  readonly using?: string | undefined;
  readonly check?: string | undefined;
  readonly place: Place;
}

export interface Table {
  /** With its schema unless that is `public`. */
  readonly name: string;
  readonly columns: Map<string, Column>;
  keys: Key[];
  foreignKeys: ForeignKey[];
  indexes: Index[];
  policies: Policy[];
  /** Row-level security is on. */
  secured: boolean;
  /** In the publication that realtime reads. */
  live: boolean;
  /** Are its indexes and policies known? Not when only generated types tell of it. */
  readonly complete: boolean;
  readonly place: Place;
  /** The files bring rows of it: `insert into … values …`. */
  seeded?: boolean;
  /** Rows, where a query's result said so. */
  rows?: number;
  /** What the code calls the table and its columns, where that differs (Prisma's and Drizzle's names). */
  readonly alias?: string;
  readonly aliases?: ReadonlyMap<string, string>;
}

export interface Schema {
  readonly tables: Map<string, Table>;
  readonly views: Set<string>;
  /** Views with a row for each row of a table → that table; the others add rows up. */
  readonly shows: Map<string, string>;
  /** Functions by name: the text of the body and whether they run with their owner's rights. */
  readonly functions: Map<string, { readonly body: string; readonly definer: boolean }>;
  /** The publication holds every table. */
  allLive: boolean;
  /** Is it Supabase (policies matter), or reached through a server only? */
  supabase: boolean;
}

export const emptySchema = (): Schema => ({
  tables: new Map(),
  views: new Set(),
  shows: new Map(),
  functions: new Map(),
  allLive: false,
  supabase: false,
});

export const newTable = (name: string, place: Place, complete = true): Table => ({
  name,
  columns: new Map(),
  keys: [],
  foreignKeys: [],
  indexes: [],
  policies: [],
  secured: false,
  live: false,
  complete,
  place,
});

/** Does the index hold every row in which these columns are compared? */
const serves = ({ partial, filled }: Index, compared: readonly (string | undefined)[]): boolean =>
  !partial || (filled?.every((column) => compared.includes(column)) ?? false);

/** Column lists of everything that the database can search by, primary and unique keys included. */
export const searchable = (table: Table): readonly (readonly (string | undefined)[])[] => [
  ...table.keys.map((key) => key.columns),
  ...table.indexes
    .filter((one) => /^(btree|hash)$/.test(one.method) && serves(one, one.columns.slice(0, 1)))
    .map((index) => index.columns),
];

/** Do the first columns of a key or index equal these, in any order? */
export const isIndexed = (table: Table, columns: readonly string[]): boolean =>
  searchable(table).some((indexed) => {
    const first = indexed.slice(0, columns.length);
    return first.length === columns.length && columns.every((column) => first.includes(column));
  });

/** Is one row at most found by equality on these columns? */
export const isUnique = (table: Table, columns: ReadonlySet<string>): boolean =>
  [
    ...table.keys.map((key) => key.columns),
    ...table.indexes.filter((one) => one.unique && serves(one, one.columns)).map((i) => i.columns),
  ].some((key) => key.every((column) => column !== undefined && columns.has(column)));
