import { create, type Font } from 'fontkitten';
import bold from '@fontsource/barlow-condensed/files/barlow-condensed-latin-700-normal.woff2?inline';
import semibold from '@fontsource/barlow-condensed/files/barlow-condensed-latin-600-normal.woff2?inline';
import figures from '@fontsource-variable/martian-mono/files/martian-mono-latin-wght-normal.woff2?inline';

/** Opens a typeface that the build has put into the code as a data address. */
function open(address: string): Font {
  const font = create(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));
  if (font.isCollection) throw new Error('A file holds several typefaces.');
  return font;
}

/** The faces of the image: the same files that the pages are set in, the figures in their usual weight. */
export const faces = {
  title: open(semibold),
  name: open(bold),
  figure: open(figures),
} as const;

export type Face = keyof typeof faces;
