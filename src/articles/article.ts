import { AREAS } from '#src/quiz/questions.ts';
import { z } from '#src/zod.ts';
import { EXPLAINED } from './faults.ts';

const slug = z
  .string()
  .check(
    z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write it in small letters, with hyphens between words'),
  );

/** Where a figure or a fact comes from, as the reader is shown it. */
const source = z.strictObject({
  /** Name by which `<Source id="…" />` cites it. */
  id: slug,
  title: z.string().check(z.minLength(1)),
  /** Who answers for it: the vendor, the standards body, the author. */
  publication: z.string().check(z.minLength(1)),
  url: z.optional(z.url({ protocol: /^https$/ })),
  /** Date of the version that we read, as exactly as it is known: a year, a month or a day. */
  date: z
    .string()
    .check(
      z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Write the date as "2026", "2026-11" or "2026-11-23"'),
    ),
});

/** What the reader of an earlier version has to know. */
const change = z.strictObject({
  date: z.date(),
  /** A sentence: "First published." */
  what: z.string().check(z.minLength(1)),
});

const fields = z.strictObject({
  /** Heading of the page and of the browser's tab. */
  title: z.string().check(z.minLength(1), z.maxLength(60)),
  /** For search results and shared links. */
  description: z.string().check(z.minLength(50), z.maxLength(160)),
  /** The sentence or two beneath the title. */
  dek: z.string().check(z.minLength(1)),
  /** Short name, for breadcrumbs and cards. */
  name: z.string().check(z.minLength(1), z.maxLength(24)),
  published: z.date(),
  updated: z.date(),
  /** Oldest first: the publication, then each change. */
  changes: z.array(change).check(z.minLength(1)),
  /** Place in the list of articles, from 1; the pillar is 0. */
  order: z.int().check(z.nonnegative()),
  /** The part of the inspection that it explains; the pillar explains them all. */
  area: z.optional(z.enum(AREAS)),
  /** The repairs that it explains; what they bring stands on its card and on its social image. */
  repairs: z.optional(z.array(z.enum(EXPLAINED)).check(z.minLength(1))),
  /** Slugs of what to read next. */
  related: z.array(slug),
  /** In the order in which the text cites them: the order gives each its number. */
  sources: z.array(source),
});

const sameDay = (one: Date | undefined, other: Date) => one?.getTime() === other.getTime();

/** Frontmatter of an article. Keys that are not listed are refused. */
export const article = fields.check(
  z.refine(
    ({ published, changes }) => sameDay(changes[0]?.date, published),
    'Give the first of “changes” the date of “published”',
  ),
  z.refine(
    ({ updated, changes }) => sameDay(changes.at(-1)?.date, updated),
    'Give “updated” the date of the last of “changes”',
  ),
  z.refine(
    ({ changes }) => changes.every(({ date }, at) => date >= (changes[at - 1]?.date ?? date)),
    'List “changes” from the oldest to the newest',
  ),
);

export type Article = z.infer<typeof article>;
export type ArticleSource = z.infer<typeof source>;
