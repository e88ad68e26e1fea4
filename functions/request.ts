import type { Context } from 'hono';
import { type App, type Refusal, refusal, refusalOf } from './answer.ts';
import type { z } from '#src/zod.ts';

/** Bodies beyond this many bytes are refused; the longest honest one is about a tenth of it. */
export const MAX_BODY = 64 * 1024;

export const tooLong = refusal(
  413,
  'That is more text than we can take. Shorten it, then send again.',
);

const twins = refusal(400, 'The request names something twice. Reload the page and send again.');

/** Whether an object of this JSON names a key twice: which of the values counts is anybody's guess. */
function hasTwins(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':')) {
      const key: string = JSON.parse(token.slice(0, -1));
      if (open.at(-1)?.has(key)) return true;
      open.at(-1)?.add(key);
    }
  }
  return false;
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** Type of the body without its parameters, in lower case. */
export const bodyType = (c: Context<App>) =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();

/** The body as the schema wants it, or a sentence that says why not. */
export async function readJson<T>(c: Context<App>, schema: z.ZodMiniType<T>): Promise<Parsed<T>> {
  if (bodyType(c) !== 'application/json') {
    return { ok: false, refusal: refusal(415, 'Send the request as application/json.') };
  }
  let body: unknown;
  try {
    const text = await c.req.text();
    body = JSON.parse(text);
    if (hasTwins(text)) return { ok: false, refusal: twins };
  } catch {
    return {
      ok: false,
      refusal: refusal(400, 'The request is not JSON. Reload the page and send again.'),
    };
  }
  return parse(body, schema);
}

export function parse<T>(body: unknown, schema: z.ZodMiniType<T>): Parsed<T> {
  const result = schema.safeParse(body);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, refusal: refusalOf(result.error) };
}

/**
 * Whether a browser sent this from one of our own pages, or no browser did. Stops forms on other
 * sites from posting in a visitor's name.
 */
export function isOwn(c: Context<App>): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  return !origin || URL.parse(origin)?.host === new URL(c.req.url).host;
}
