import { z } from '#src/zod.ts';

const amount = z.number().check(z.refine((value) => value >= 0));
const share = z.number().check(z.refine((value) => value >= 0 && value <= 1));

/** What the script found on one level. */
const level = z.strictObject({
  /** Users at once. */
  users: z.number().check(z.refine((users) => Number.isInteger(users) && users > 0)),
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
  /** Entries of the longest list in an answer, and bytes of the longest answer; absent: no answer came. */
  entries: z.optional(amount),
  bytes: z.optional(amount),
  /** Share of the answers that came from a cache on the way. */
  cached: z.optional(share),
});

export type LoadResult = z.infer<typeof resultSchema>;

const numbers = z.record(z.string(), z.unknown());
type Metrics = Readonly<Record<string, Record<string, unknown>>>;

/** k6's own summary: of `--summary-export`, or what `handleSummary` is given. */
const k6Schema = z.looseObject({ metrics: z.record(z.string(), numbers) });
/** Its form since 1.5, where it is asked for: a list (github.com/grafana/k6-summary). */
const k6ListSchema = z.looseObject({
  results: z.looseObject({
    metrics: z.array(z.looseObject({ name: z.string(), values: numbers })),
  }),
});

/** The metrics of a summary of k6 in any of its forms; undefined where it is none. */
function metricsIn(pasted: unknown): Metrics | undefined {
  const named = k6Schema.safeParse(pasted);
  if (named.success) return named.data.metrics;
  const list = k6ListSchema.safeParse(pasted);
  if (!list.success) return undefined;
  return Object.fromEntries(list.data.results.metrics.map(({ name, values }) => [name, values]));
}

/** A metric's numbers: k6 nests them in one of its two forms. */
const valuesOf = (metric: Record<string, unknown> | undefined) => {
  const nested = numbers.safeParse(metric?.values);
  return nested.success ? nested.data : metric;
};

/** The result that k6's own summary of our script holds; its exported form calls a rate `value`. */
function fromK6(metrics: Metrics): unknown {
  const read = (name: string, ...keys: string[]) => {
    const values = valuesOf(metrics[name]);
    return keys.map((key) => values?.[key]).find((value) => typeof value === 'number');
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

/** Is it from our script, though nothing came of the test? */
const emptySchema = z.looseObject({
  loadworthy: z.literal(1),
  levels: z.array(z.unknown()).check(z.maxLength(0)),
});

/** Longer than any of these files, and than what a terminal shows of a test; what is longer is something else. */
const MOST_CHARACTERS = 200_000;

/** What is null there is absent here. */
const json = (text: string): unknown => {
  try {
    return JSON.parse(text, (_, value) => value ?? undefined);
  } catch {
    return undefined;
  }
};

/** As many objects as a result can hold: its levels and itself. */
const MOST_BRACES = 11;

/** The script's own line among what else a terminal shows, which may have broken it into several. */
function lineIn(text: string): unknown {
  const start = text.lastIndexOf('{"loadworthy"');
  if (start < 0) return undefined;
  const rest = text.slice(start).replace(/\r?\n/g, '');
  for (const { index } of [...rest.matchAll(/\}/g)].slice(0, MOST_BRACES)) {
    const read = json(rest.slice(0, index + 1));
    if (read !== undefined) return read;
  }
  return undefined;
}

/** What the script says to a person, a line a level. */
const SAID = /(\d+) at once: 95 of 100 screens within (\d+(?:\.\d+)?) s, (\d+(?:\.\d+)?) % failed/g;

/** The levels in those lines, where nothing better was pasted. */
function fromWords(text: string): unknown {
  const levels = [...text.matchAll(SAID)].map(([, users, seconds, percent]) => ({
    users: Number(users),
    screens: 0,
    p95: Number(seconds) * 1000,
    failed: Number(percent) / 100,
  }));
  return { loadworthy: 1, host: '', levels };
}

/**
 * What was pasted: the file, what the terminal showed, or a summary of k6 itself. Else a sentence that
 * says what to paste.
 */
export function readResult(
  text: string,
):
  | { readonly ok: true; readonly result: LoadResult }
  | { readonly ok: false; readonly message: string } {
  const known = text.length <= MOST_CHARACTERS ? text : '';
  const pasted = json(known) ?? lineIn(known);
  const metrics = metricsIn(pasted);
  const found = metrics ? fromK6(metrics) : (pasted ?? fromWords(known));
  const { success, data } = resultSchema.safeParse(found);
  if (success) return { ok: true, result: data };
  if (text.trim() === '') {
    return { ok: false, message: 'Paste the result into the box first' };
  }
  if (metrics || emptySchema.safeParse(pasted).success) {
    return {
      ok: false,
      message:
        'Run the script from this page again, until its first step is done: this result has no screens in it',
    };
  }
  return {
    ok: false,
    message: 'Paste the whole of loadworthy-result.json, from its first { to its last }',
  };
}
