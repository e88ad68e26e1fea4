import type { Result } from './query/result.ts';
import type { Finding } from './rule.ts';
import type { Summary } from './summary.ts';

/** What the page hands to the worker: all that the visitor gave so far. */
export interface Request {
  readonly files: readonly { readonly path: string; readonly file: File }[];
  readonly zip?: File | undefined;
  readonly dump?: string | undefined;
  /** The pasted answer of the database, checked: the worker goes without what checks it. */
  readonly result?: Result | undefined;
}

export interface Scanned {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** From the pasted answer: connections allowed and open, and the statements that take most time. */
  readonly connections?: Result['connections'] | undefined;
  readonly slowest?: Result['slowest'];
}

export type Reply =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'scanned'; readonly scanned: Scanned }
  | { readonly kind: 'refused'; readonly message: string };
