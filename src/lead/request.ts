import type { ApiError } from './lead.ts';

/** What became of a request. Expected failures are values; nothing throws. */
export type Outcome<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  /** The server says what to mend, and by field where fields are to blame. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly message: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  /** No network, no time, no server: trying again may help. The server's own error has a reference. */
  | { readonly kind: 'failed'; readonly reference?: string };

/** After this many milliseconds without an answer the visitor is told. */
const PATIENCE = 15_000;

/**
 * Asks the API. A GET without `body`, a POST of it as JSON otherwise.
 * @param ask only tests give another one than the browser's
 */
export async function request<Answer>(
  path: string,
  body?: unknown,
  ask: typeof fetch = fetch,
  headers: Readonly<Record<string, string>> = {},
): Promise<Outcome<Answer>> {
  try {
    const response = await ask(path, {
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { kind: 'done', answer: answer as Answer };
    const error = (answer as Partial<ApiError> | null)?.error;
    if (response.status >= 500 || !error)
      return { kind: 'failed', ...(error?.reference && { reference: error.reference }) };
    return {
      kind: 'refused',
      status: response.status,
      message: error.message,
      fields: error.fields ?? {},
      body: answer,
    };
  } catch {
    return { kind: 'failed' };
  }
}
