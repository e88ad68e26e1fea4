import { textOf, treeOf } from './tree.ts';

/**
 * Words a minute. Adults read English non-fiction at 238 on average (Brysbaert, “How many words do we
 * read per minute?”, Journal of Memory and Language 109, 2019); text with figures goes slower.
 */
const PACE = 220;

/** Words of an article's text. Code is looked at rather than read: not counted. */
export const wordCount = (text: string): number =>
  textOf(treeOf(text)).match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** Minutes that it takes to read so many words, at least 1. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / PACE));
