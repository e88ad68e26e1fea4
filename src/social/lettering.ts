import { type Face, faces } from './face.ts';

/** Advance of a text in pixels at a size. */
export function widthOf(text: string, face: Face, size: number): number {
  const font = faces[face];
  const units = font.glyphsForString(text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
  return (units * size) / font.unitsPerEm;
}

/** Breaks a text between words into lines that are no wider than `width` pixels where words allow it. */
export function wrap(text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    const fits = lines.length > 0 && widthOf(longer, face, size) <= width;
    lines.splice(fits ? -1 : lines.length, 1, fits ? longer : word);
  }
  return lines;
}

interface Place {
  readonly face: Face;
  /** Height of the face and place of the baseline's start, in pixels. */
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  /** Which end of the text stands at `x`. */
  readonly anchor?: 'start' | 'middle' | 'end';
}

const SHIFT = { start: 0, middle: 0.5, end: 1 } as const;

/** A line of text as outlines, so that the image needs no typeface where it is drawn. */
export function write(text: string, { face, size, x, y, fill, anchor = 'start' }: Place): string {
  const font = faces[face];
  const scale = size / font.unitsPerEm;
  let at = 0;
  const outlines = font.glyphsForString(text).map((glyph) => {
    const outline = glyph.path.translate(at, 0).toSVG();
    at += glyph.advanceWidth;
    return outline;
  });
  const left = x - SHIFT[anchor] * at * scale;
  return `<path fill="${fill}" transform="translate(${left.toFixed(1)} ${y}) scale(${scale} ${-scale})" d="${outlines.join('')}"/>`;
}
