/** What a line of the log may hold: names, codes and counts, never what a person typed. */
type Facts = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** One structured line. */
export function log(level: 'info' | 'error', event: string, facts: Facts = {}): void {
  // biome-ignore lint/suspicious/noConsole: the runtime's log is written this way, and only here
  console[level](JSON.stringify({ event, ...facts }));
}

/** Kind and place of an error. Its message stays out: it may quote what a person typed. */
export const traceOf = (error: unknown): Facts =>
  error instanceof Error
    ? {
        error: error.name,
        at: (error.stack ?? '')
          .split('\n')
          .filter((l) => /^\s+at /.test(l))
          .slice(0, 6)
          .map((l) => l.trim()),
      }
    : { error: typeof error };
