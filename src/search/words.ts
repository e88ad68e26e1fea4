/** What the search says of what it found. */
export const words = {
  empty: 'Type a word that your app or its error message uses, such as “timeout” or “index”.',
  searching: 'Searching …',
  broken: 'The search could not be loaded. Check the connection, then try again.',
} as const;

/** The sentence over the results, which is also announced. */
export function told(term: string, count: number): string {
  if (count === 0) return `Nothing about “${term}”. Try one word of it, or another word.`;
  return count === 1 ? `One page about “${term}”.` : `${count} pages about “${term}”.`;
}

const letters = (text: string) => text.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');

/**
 * Whether a page is about what was asked. Where no page has a word, Pagefind falls back to ever shorter
 * beginnings of it, at last its first letter; fewer than three letters in common are no find.
 */
export function isAbout(term: string, title: string, excerpt: string): boolean {
  const marked = [...excerpt.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, text = '']) => text);
  const found = [...marked, ...title.split(/\s+/)].map(letters);
  return term
    .split(/\s+/)
    .map((word) => letters(word).slice(0, 3))
    .some((start) => start !== '' && found.some((word) => word.startsWith(start)));
}

/** Sections of a page that are listed under it. */
const SECTIONS = 3;

interface Section {
  readonly title: string;
  readonly url: string;
}

/** The sections in which something was found, without the page itself. */
export const sectionsOf = <One extends Section>(page: string, sections: readonly One[]): One[] =>
  sections.filter(({ url }) => url !== page && url.includes('#')).slice(0, SECTIONS);
