import type { Finding, Trial } from './trial.ts';

/** What the page asks of the worker; each request is answered once, under its id. */
export type Request =
  | { readonly id: number; readonly do: 'open' }
  | { readonly id: number; readonly do: 'exec'; readonly sql: string }
  | { readonly id: number; readonly do: 'try'; readonly trial: Trial };

/** `share` of the files that is there, 0 to 1, while they are being fetched. */
export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: Finding | null }
  | { readonly id: number; readonly ok: false; readonly message: string }
  | { readonly share: number };
