import { type Command, newTable, type Table } from '#src/scan/schema/schema.ts';

type Names = readonly string[];

/** What the statement answers. */
export interface Result {
  readonly version: 1;
  readonly tables: readonly {
    readonly name: string;
    readonly rows: number;
    readonly bytes: number;
    readonly scans: number;
    readonly scanned: number;
    readonly secured: boolean;
    readonly columns: readonly (readonly [string, string, boolean])[] | null;
  }[];
  readonly indexes: readonly (readonly [
    string,
    string,
    boolean,
    boolean,
    boolean,
    string,
    Names | null,
  ])[];
  readonly references: readonly (readonly [string, string, Names, string])[];
  readonly policies: readonly (readonly [
    string,
    string,
    string,
    Names,
    string,
    string | null,
    string | null,
  ])[];
  readonly live: Names;
  readonly connections: readonly [number, number];
  readonly slowest?: readonly (readonly [string, number, number])[] | undefined;
}

type Fits = (value: unknown) => boolean;

// Checked by hand: Zod would add seven kilobytes to the worker, for this one answer.
const text: Fits = (value) => typeof value === 'string';
const number: Fits = (value) => typeof value === 'number';
const boolean: Fits = (value) => typeof value === 'boolean';
const orNull =
  (fits: Fits): Fits =>
  (value) =>
    value === null || fits(value);
const list =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const row =
  (...kinds: readonly Fits[]): Fits =>
  (value) =>
    Array.isArray(value) &&
    value.length === kinds.length &&
    kinds.every((fits, i) => fits(value[i]));
const object =
  (fields: Readonly<Record<string, Fits>>): Fits =>
  (value) =>
    value instanceof Object &&
    Object.entries(fields).every(([key, fits]) => fits(Reflect.get(value, key)));
const names = list(text);

const isWhole = object({
  version: (value) => value === 1,
  tables: list(
    object({
      name: text,
      rows: number,
      bytes: number,
      scans: number,
      scanned: number,
      secured: boolean,
      columns: orNull(list(row(text, text, boolean))),
    }),
  ),
  indexes: list(row(text, text, boolean, boolean, boolean, text, orNull(names))),
  references: list(row(text, text, names, text)),
  policies: list(row(text, text, text, names, text, orNull(text), orNull(text))),
  live: names,
  connections: row(number, number),
  slowest: (value) => value === undefined || list(row(text, number, number))(value),
});
const isResult = (value: unknown): value is Result => isWhole(value);

export type Pasted =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly message: string };

/** Editors wrap the value: as a CSV cell, a list of rows, or a table drawn with lines. */
function unwrap(text: string): unknown {
  const trimmed = text.trim();
  const start = trimmed.search(/[[{]/);
  const end = Math.max(trimmed.lastIndexOf('}'), trimmed.lastIndexOf(']'));
  if (start < 0 || end < start) return undefined;
  const inner = trimmed.slice(start, end + 1);
  for (const candidate of [inner, inner.replaceAll('""', '"')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next form is tried; what fits none is refused below.
    }
  }
  return undefined;
}

/** The value under `scan`, in however many lists and objects it is wrapped. */
function inside(value: unknown, depth = 4): unknown {
  if (depth === 0 || value === null || value === undefined) return value;
  if (typeof value === 'string') return inside(unwrap(value), depth - 1);
  if (Array.isArray(value)) return inside(value[0], depth - 1);
  if (typeof value === 'object' && 'scan' in value) return inside(value.scan, depth - 1);
  return value;
}

/** Reads what the visitor pasted; says what to do where it is not the whole answer. */
export function readResult(text: string): Pasted {
  const value = inside(unwrap(text));
  if (value === undefined) {
    return {
      ok: false,
      message:
        'Copy the whole answer, from the first { to the last }. It was cut off, or it is something else.',
    };
  }
  if (isResult(value)) return { ok: true, result: value };
  return {
    ok: false,
    message: 'Run the statement on this page and paste its answer. This one has another form.',
  };
}

const plain = (name: string) => name.replace(/^public\./, '').replace(/^"(.*)"$/, '$1');
const COMMANDS: readonly Command[] = ['all', 'select', 'insert', 'update', 'delete'];

/** The tables as the database told of them. Places point to the pasted answer, not to a file. */
export function tablesOf(found: Result): Table[] {
  const place = { file: 'your database', line: 0 };
  const tables = new Map<string, Table>(
    found.tables.map(({ name, rows, secured, columns }) => [
      name,
      {
        ...newTable(name, place),
        rows,
        secured,
        live: found.live.includes(name),
        columns: new Map(
          (columns ?? []).map(([column, type, optional]) => [
            column,
            { name: column, type, optional },
          ]),
        ),
      },
    ]),
  );
  for (const [name, index, primary, unique, partial, method, columns] of found.indexes) {
    const on = tables.get(name);
    const named = (columns ?? []).map((one) => plain(one));
    const known = named.map((one) => (on?.columns.has(one) ? one : undefined));
    if (primary) on?.keys.push({ name: index, columns: named, primary });
    else on?.indexes.push({ name: index, columns: known, method, unique, partial });
  }
  for (const [name, key, columns, references] of found.references) {
    tables
      .get(plain(name))
      ?.foreignKeys.push({ name: key, columns, references: plain(references), place });
  }
  for (const [name, policy, permissive, roles, command, using, check] of found.policies) {
    tables.get(name)?.policies.push({
      name: policy,
      command: COMMANDS.find((one) => one === command) ?? 'all',
      restrictive: permissive !== 'PERMISSIVE',
      roles,
      using: using ?? undefined,
      check: check ?? undefined,
      place,
    });
  }
  return [...tables.values()];
}
