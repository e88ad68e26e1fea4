import { z } from '#src/zod.ts';

const names = z.array(z.string());
const table = z.object({
  name: z.string(),
  rows: z.number(),
  bytes: z.number(),
  scans: z.number(),
  scanned: z.number(),
  secured: z.boolean(),
  columns: z.nullable(z.array(z.tuple([z.string(), z.string(), z.boolean()]))),
});
const result = z.object({
  version: z.literal(1),
  tables: z.array(table),
  indexes: z.array(
    z.tuple([
      z.string(),
      z.string(),
      z.boolean(),
      z.boolean(),
      z.boolean(),
      z.string(),
      z.nullable(names),
    ]),
  ),
  references: z.array(z.tuple([z.string(), z.string(), names, z.string()])),
  policies: z.array(
    z.tuple([
      z.string(),
      z.string(),
      z.string(),
      names,
      z.string(),
      z.nullable(z.string()),
      z.nullable(z.string()),
    ]),
  ),
  live: names,
  connections: z.tuple([z.number(), z.number()]),
  slowest: z.optional(z.array(z.tuple([z.string(), z.number(), z.number()]))),
});

export type Result = z.infer<typeof result>;

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
  const parsed = result.safeParse(value);
  if (parsed.success) return { ok: true, result: parsed.data };
  return {
    ok: false,
    message: 'Run the statement on this page and paste its answer. This one has another form.',
  };
}
