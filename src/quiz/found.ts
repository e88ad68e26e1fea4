import { z } from '#src/zod.ts';
import { type Evidences, evidence } from './evidence.ts';
import { questions } from './questions.ts';
import type { Open } from './storage.ts';

const KEY = 'loadworthy.scan';
/** Raised when what is stored changes its shape; older ones are then forgotten. */
const VERSION = 1;

const stored = z.object({
  version: z.literal(VERSION),
  evidences: z.record(z.string(), evidence),
  /** Lists that the visitor said stay small, by key. */
  small: z.array(z.string()),
  /** Absent in what was stored before she was asked. */
  sizes: z.optional(z.record(z.string(), z.string())),
});

const NOTHING: Found = { evidences: {}, small: [], sizes: {} };

/** What a scan and a load test left on this device. */
export interface Found {
  readonly evidences: Evidences;
  readonly small: readonly string[];
  /** How long tables get, by the visitor's word, in those of the scan. */
  readonly sizes: Readonly<Record<string, string>>;
}

const device: Open = () => globalThis.localStorage;
const ids = new Set<string>(questions.map(({ id }) => id));

/** Nothing where there is none, or none that can be read. */
export function readFound(open: Open = device): Found {
  try {
    const { evidences, small, sizes = {} } = stored.parse(JSON.parse(open().getItem(KEY) ?? ''));
    const known = Object.entries(evidences).filter(([id]) => ids.has(id));
    return { evidences: Object.fromEntries(known) as Evidences, small, sizes };
  } catch {
    return NOTHING;
  }
}

/** False when the browser does not let us. */
export function saveFound(found: Found, open: Open = device): boolean {
  try {
    open().setItem(KEY, JSON.stringify({ version: VERSION, ...found }));
    return true;
  } catch {
    return false;
  }
}

export function forgetFound(open: Open = device): void {
  try {
    open().removeItem(KEY);
  } catch {
    // Where storage is forbidden there is nothing to forget.
  }
}
