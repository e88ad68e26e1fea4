import { answersSchema } from '#src/quiz/answers.ts';
import { z } from '#src/zod.ts';

/** The sentence that a visitor agrees to. A change of the words is a new version. */
export const consent = {
  version: '2026-11-23',
  text: 'Mail me this report, and up to two reminders about it. I can stop that in every mail.',
} as const;

/** Control and bidirectional-override characters have no place in a name or an address. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** One line of text that a person typed: trimmed, bounded, without hidden characters. */
export const line = (max: number, tooLong: string) =>
  z.string({ error: 'Enter text' }).check(
    z.trim(),
    z.maxLength(max, { error: tooLong }),
    z.refine((text) => !HIDDEN.test(text), {
      error: 'Use letters, digits and punctuation only; remove hidden characters',
    }),
  );

export const email = z.string({ error: 'Enter your e-mail address' }).check(
  z.trim(),
  z.minLength(1, { error: 'Enter your e-mail address' }),
  z.maxLength(254, { error: 'Enter an e-mail address of at most 254 characters' }),
  z.refine((text) => text === '' || /^[^\s@<>",;:\\()[\]]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(text), {
    error: 'Enter an e-mail address like name@company.com',
  }),
  z.refine((text) => !HIDDEN.test(text), {
    error: 'Enter an e-mail address without hidden characters',
  }),
);

/** Mail programs turn these into links, so that a name could carry an advertisement to a stranger. */
const WEB_ADDRESS = /:\/\/|www\.|\S\.\p{L}{2}/iu;

export const name = line(80, 'Enter a name of at most 80 characters').check(
  z.refine((text) => !WEB_ADDRESS.test(text), {
    error: 'Enter a name without a web address, and with a space after each full stop',
  }),
);

/** Made by the client, so that a repeated request is the same lead. */
export const id = z.uuid({ error: 'Reload the page and send again' });

/** Body of `POST /api/leads`. Unknown keys are refused. */
export const leadSchema = z.strictObject({
  id,
  answers: answersSchema,
  email,
  name: z.optional(name),
  /** Has to be given; the version that was agreed to is stored with the time. */
  consent: z.literal(consent.version, {
    error: 'Tick the box to agree that we mail you the report',
  }),
  /** Path of the page that she came from first, and the campaign, if the link named one. */
  from: z.optional(
    z.strictObject({
      page: z.optional(line(200, 'Reload the page and send again')),
      source: z.optional(line(100, 'Reload the page and send again')),
    }),
  ),
});

export type Lead = z.infer<typeof leadSchema>;

/**
 * What the API answers when something is wrong: a sentence, and one per field where fields are to blame.
 * `reference` names an error of ours in our log.
 */
export interface ApiError {
  readonly error: {
    readonly message: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly reference?: string;
  };
}
