import type { Span } from '#src/ui/ruler.ts';
import { users } from '#src/ui/number.ts';

/** What the social image of a page shows. */
export interface Card {
  /** Address of the page on this site. */
  readonly path: string;
  /** What kind of page it is, in a word or two. */
  readonly kind: string;
  readonly title: string;
  /** Users at once of an app as it is and repaired: the marks on the ruler. */
  readonly from: Span;
  readonly to: Span;
}

/** Size of every image, in pixels: what the networks ask for. */
export const SIZE = { width: 1200, height: 630 } as const;

/** Name of a page's image: its path with hyphens, `home` for the first page. */
export const nameOf = (path: string): string => path.split('/').filter(Boolean).join('-') || 'home';

/** Address of a page's image on this site. */
export const imageOf = ({ path }: Pick<Card, 'path'>): string => `/social/${nameOf(path)}.png`;

/** What the image shows, in words. */
export function altOf({ title, from, to }: Card): string {
  const [before, after] = [users(from.likely), users(to.likely)];
  const then = before === after ? 'with the repair and without' : `and repaired at about ${after}`;
  return `${title}. On a ruler of users at once, an example app gives at about ${before} ${then}.`;
}
