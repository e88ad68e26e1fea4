import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiError } from '#src/lead/lead.ts';
import { site } from '#src/site.ts';
import type { z } from '#src/zod.ts';
import type { Config } from './config.ts';

/** What every route knows. */
export interface App {
  Bindings: Env;
  Variables: { config: Config; requestId: string; secureHeadersNonce: string };
}

/** An expected "no": a sentence for the visitor, and one for each field that is to blame. */
export interface Refusal {
  readonly status: ContentfulStatusCode;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export const refusal = (status: ContentfulStatusCode, message: string): Refusal => ({
  status,
  message,
});

/** @param more what the answer holds beside the error */
export const refuse = (c: Context<App>, { status, message, fields }: Refusal, more: object = {}) =>
  c.json(
    { error: { message, ...(fields && { fields }) } satisfies ApiError['error'], ...more },
    status,
  );

/** An error of ours, with the id under which the log holds what happened. */
export const broken = (reference: string): ApiError => ({
  error: {
    message: `Something went wrong on our side. Try again; if it stays so, write to ${site.contact.email} and name ${reference}.`,
    reference,
  },
});

export const notHere = refusal(404, 'There is nothing at this address.');
export const notSetUp = refusal(
  503,
  `This site is not fully set up yet, so nothing was sent or stored. Write to ${site.contact.email} instead.`,
);

/** Zod's small build has no words of its own; its placeholder means a request that our forms never make. */
const OWN_WORDS = /^Invalid input/;
const RELOAD = 'Reload the page and send again';

/** One sentence for each field, the first that applies, from what the schema found. */
export function refusalOf(error: z.core.$ZodError): Refusal {
  const fields: Record<string, string> = Object.create(null);
  for (const issue of error.issues) {
    const unknown = issue.code === 'unrecognized_keys';
    const field = [...issue.path, ...(unknown ? issue.keys.slice(0, 1) : [])].join('.') || 'body';
    fields[field] ??= unknown || OWN_WORDS.test(issue.message) ? RELOAD : issue.message;
  }
  const [first, ...others] = [...new Set(Object.values(fields))];
  return {
    status: 422,
    message:
      others.length > 0
        ? `Check ${others.length + 1} entries, then send again.`
        : `${first ?? RELOAD}.`,
    fields: { ...fields },
  };
}
