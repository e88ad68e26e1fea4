import { z } from '#src/zod.ts';

const amount = z.number().check(z.nonnegative());
const share = z.number().check(z.gte(0), z.lte(1));

/** What the script found on one level. */
const level = z.strictObject({
  /** Users at once. */
  users: z.int().check(z.positive()),
  /** Screens that were asked for. */
  screens: amount,
  /** Milliseconds that 95 of 100 screens stay below. */
  p95: amount,
  /** Share of the screens with an answer that failed. */
  failed: share,
});

/** The file that the script writes. */
const resultSchema = z.strictObject({
  loadworthy: z.literal(1),
  host: z.string().check(z.maxLength(253)),
  levels: z.array(level).check(z.minLength(1), z.maxLength(10)),
  /** Entries of the longest list in an answer, and bytes of the longest answer; null: no answer came. */
  entries: z.nullable(amount),
  bytes: z.nullable(amount),
  /** Share of the answers that came from a cache on the way. */
  cached: z.nullable(share),
});

export type LoadResult = z.infer<typeof resultSchema>;

const numbers = z.record(z.string(), z.unknown());
/** k6's own summary: of `--summary-export`, or what `handleSummary` is given. */
const k6Schema = z.looseObject({ metrics: z.record(z.string(), numbers) });

/** A metric's numbers: k6 nests them in one of its two forms. */
const valuesOf = (metric: Record<string, unknown> | undefined) => {
  const nested = numbers.safeParse(metric?.values);
  return nested.success ? nested.data : metric;
};

/** The result that k6's own summary of our script holds; its exported form calls a rate `value`. */
function fromK6({ metrics }: z.infer<typeof k6Schema>): unknown {
  const read = (name: string, ...keys: string[]) => {
    const values = valuesOf(metrics[name]);
    return keys.map((key) => values?.[key]).find((value) => typeof value === 'number') ?? null;
  };
  const levels = Object.keys(metrics)
    .flatMap((name) => /^screen_at_(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
    .map((users) => ({
      users,
      screens: read(`screen_at_${users}`, 'count') ?? 0,
      p95: read(`screen_at_${users}`, 'p(95)') ?? 0,
      failed: read(`failed_at_${users}`, 'rate', 'value') ?? 0,
    }))
    .filter(({ screens }) => screens > 0);
  return {
    loadworthy: 1,
    host: '',
    levels,
    entries: read('answer_entries', 'max'),
    bytes: read('answer_bytes', 'max'),
    cached: read('from_cache', 'rate', 'value'),
  };
}

/** Longer than any of these files; what is longer is something else. */
const MOST_CHARACTERS = 200_000;

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What was pasted, or a sentence that says what to paste. */
export function readResult(
  text: string,
):
  | { readonly ok: true; readonly result: LoadResult }
  | { readonly ok: false; readonly message: string } {
  const pasted = text.length <= MOST_CHARACTERS ? json(text) : undefined;
  const k6 = k6Schema.safeParse(pasted);
  const { success, data } = resultSchema.safeParse(k6.success ? fromK6(k6.data) : pasted);
  if (success) return { ok: true, result: data };
  return {
    ok: false,
    message: k6.success
      ? 'Paste the result of our script: this summary of k6 has no screens in it'
      : 'Paste the whole of loadworthy-result.json, from its first { to its last }',
  };
}
