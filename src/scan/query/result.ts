import { z } from '#src/zod.ts';

const names = z.array(z.string());
const result = z.object({
  version: z.literal(1),
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.number(),
      bytes: z.number(),
      scans: z.number(),
      scanned: z.number(),
      secured: z.boolean(),
      columns: z.optional(
        z.array(z.object({ name: z.string(), type: z.string(), optional: z.boolean() })),
      ),
    }),
  ),
  indexes: z.array(
    z.object({
      table: z.string(),
      name: z.string(),
      primary: z.boolean(),
      unique: z.boolean(),
      partial: z.boolean(),
      method: z.string(),
      columns: z.optional(names),
    }),
  ),
  references: z.array(
    z.object({ table: z.string(), name: z.string(), columns: names, references: z.string() }),
  ),
  policies: z.array(
    z.object({
      table: z.string(),
      name: z.string(),
      permissive: z.string(),
      roles: names,
      command: z.string(),
      using: z.optional(z.string()),
      check: z.optional(z.string()),
    }),
  ),
  live: names,
  connections: z.object({ allowed: z.number(), open: z.number() }),
  slowest: z.optional(
    z.array(z.object({ statement: z.string(), calls: z.number(), mean: z.number() })),
  ),
});

/** What the statement answers, its rows with their parts named. Bytes, rows, milliseconds. */
export type Result = z.infer<typeof result>;

/** The answer is kept short by rows without names: what stands in each, in this order. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  columns: ['name', 'type', 'optional'],
  indexes: ['table', 'name', 'primary', 'unique', 'partial', 'method', 'columns'],
  references: ['table', 'name', 'columns', 'references'],
  policies: ['table', 'name', 'permissive', 'roles', 'command', 'using', 'check'],
  connections: ['allowed', 'open'],
  slowest: ['statement', 'calls', 'mean'],
};

const named = (parts: readonly string[], row: unknown): unknown =>
  Array.isArray(row) && row.length === parts.length
    ? Object.fromEntries(parts.map((part, i) => [part, row[i] ?? undefined]))
    : row;

/** The same answer with the parts of its rows named; what has another form stays as it is. */
const withNames = (answer: object): object =>
  Object.fromEntries(
    Object.entries(answer).map(([key, value]: [string, unknown]) => {
      const parts = PARTS[key];
      if (key === 'tables' && Array.isArray(value)) {
        return [key, value.map((table) => (table instanceof Object ? withNames(table) : table))];
      }
      if (!parts) return [key, value];
      if (key === 'connections') return [key, named(parts, value)];
      return [
        key,
        Array.isArray(value) ? value.map((row) => named(parts, row)) : (value ?? undefined),
      ];
    }),
  );

type Pasted =
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
  const parsed = result.safeParse(value instanceof Object ? withNames(value) : value);
  if (parsed.success) return { ok: true, result: parsed.data };
  return {
    ok: false,
    message: 'Run the statement on this page and paste its answer. This one has another form.',
  };
}
