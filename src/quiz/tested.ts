import { z } from '#src/zod.ts';
import { type Open, TESTED } from './storage.ts';

/** Raised when what is stored changes its shape; older ones are then forgotten. */
const VERSION = 1;

const users = z.number().check(z.refine((count) => Number.isInteger(count) && count >= 0));
const tested = z.object({
  /** The day on which it was read, "2026-11-23". */
  day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  /** The host that was tested; empty where the result does not name it. */
  host: z.string().check(z.maxLength(253)),
  /** Most users at once that it held; 0 where it held none. */
  held: users,
  /** Fewest at which it gave; absent where it never did. */
  gave: z.optional(users),
});
/** What a load test of the visitor's own app saw. */
export type Tested = z.infer<typeof tested>;

const stored = z.object({ version: z.literal(VERSION), tested });

const device: Open = () => globalThis.localStorage;

/** The last load test of this device; nothing where there is none, or none that can be read. */
export function readTested(open: Open = device): Tested | undefined {
  try {
    return stored.safeParse(JSON.parse(open().getItem(TESTED) ?? 'null')).data?.tested;
  } catch {
    return undefined;
  }
}

export function saveTested(one: Tested, open: Open = device): void {
  try {
    open().setItem(TESTED, JSON.stringify({ version: VERSION, tested: one }));
  } catch {
    // Where storage is forbidden the report goes without it.
  }
}
