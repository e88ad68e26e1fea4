import { type Answers, answersSchema } from '#src/quiz/answers.ts';
import type { Open } from '#src/quiz/storage.ts';
import { z } from '#src/zod.ts';

const KEY = 'loadworthy.reports';
/** Raised when what is stored changes its shape; older ones are then forgotten. */
const VERSION = 1;
/** As many reports as are kept; the oldest go first. */
const MOST = 6;

/** A report of this device. Everything that it said follows from the answers. */
const earlier = z.object({
  /** The day on which it was made, "2026-11-23". */
  day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  answers: answersSchema,
});
export type Earlier = z.infer<typeof earlier>;

const stored = z.object({ version: z.literal(VERSION), reports: z.array(z.unknown()) });

const device: Open = () => globalThis.localStorage;

/** The target is no part of the app: it is changed on the report itself. */
const app = ({ target: _, ...rest }: Answers): string =>
  JSON.stringify(Object.entries(rest).sort());

export const isSameApp = (a: Answers, b: Answers): boolean => app(a) === app(b);

/** The reports of this device, the newest first; what can no longer be read is left out. */
export function readEarlier(open: Open = device): readonly Earlier[] {
  try {
    const parsed = stored.safeParse(JSON.parse(open().getItem(KEY) ?? 'null'));
    if (!parsed.success) return [];
    return parsed.data.reports.slice(0, MOST).flatMap((one) => {
      const read = earlier.safeParse(one);
      return read.success ? [read.data] : [];
    });
  } catch {
    return [];
  }
}

/** Keeps a report for a later comparison; one with the same answers is there already. */
export function keepReport({ day, answers }: Earlier, open: Open = device): void {
  const before = readEarlier(open);
  if (before.some((one) => isSameApp(one.answers, answers))) return;
  const reports = [{ day, answers }, ...before].slice(0, MOST);
  try {
    open().setItem(KEY, JSON.stringify({ version: VERSION, reports }));
  } catch {
    // Where storage is forbidden or full there is nothing to compare with later.
  }
}

/** Forgets all of them. */
export function forgetEarlier(open: Open = device): void {
  try {
    open().removeItem(KEY);
  } catch {
    // Where storage is forbidden there is nothing to forget.
  }
}
