import { users } from '#src/ui/number.ts';
import { band, place, tickLabel, ticks } from '#src/ui/ruler.ts';
import type { Card } from './card.ts';
import { widthOf, write } from './lettering.ts';
import { palette } from './palette.ts';

/** Where the ruler stands on the image, in pixels. */
const LEFT = 72;
const WIDTH = 1056;
const TOP = 372;
const AXIS = 508;

const FLAG = { height: 46, size: 34, padding: 16 } as const;

const across = (percent: number) => LEFT + (percent / 100) * WIDTH;

const line = (x: number, from: number, to: number, width: number, stroke: string) =>
  `<line x1="${x}" x2="${x}" y1="${from}" y2="${to}" stroke="${stroke}" stroke-width="${width}"/>`;

/** A load marked on the ruler: a pole with its number on a flag, turned to where there is room. */
function flag(load: number, words: string, top: number, colour: string): string {
  const x = across(place(load));
  const text = `${words} ${users(load)}`;
  const width = widthOf(text, 'name', FLAG.size) + 2 * FLAG.padding;
  const left = x + width > LEFT + WIDTH ? x - width : x;
  return (
    line(x, top, AXIS, 4, colour) +
    `<rect x="${left}" y="${top}" width="${width}" height="${FLAG.height}" fill="${colour}"/>` +
    write(text, {
      face: 'name',
      size: FLAG.size,
      x: left + FLAG.padding,
      y: top + 35,
      fill: palette['paper-bright'],
    })
  );
}

const numbers = ticks
  .filter(({ major }) => major)
  .map(({ at, users: count }) =>
    write(tickLabel(count, false), {
      face: 'figure',
      size: 20,
      x: across(at),
      y: AXIS + 50,
      fill: palette['ink-soft'],
      anchor: at === 0 ? 'start' : at === 100 ? 'end' : 'middle',
    }),
  )
  .join('');

/** The load ruler of an image, with the marks of its card. */
export function scale({ from, to }: Card): string {
  const gives = across(place(from.likely));
  const spans = [
    { span: from, y: AXIS - 16, fill: palette.signal },
    { span: to, y: AXIS - 36, fill: palette.safe },
  ].map(({ span, y, fill }) => {
    const { at, width } = band(span.low, span.high);
    return `<rect x="${across(at)}" y="${y}" width="${(width / 100) * WIDTH}" height="16" fill="${fill}" stroke="${palette.ink}" stroke-width="3"/>`;
  });
  return [
    `<rect x="${gives}" y="${TOP}" width="${LEFT + WIDTH - gives}" height="${AXIS - TOP}" fill="url(#hatch)"/>`,
    ...spans,
    `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${AXIS}" y2="${AXIS}" stroke="${palette.ink}" stroke-width="4"/>`,
    ...ticks.map(({ at, major }) =>
      line(across(at), AXIS, AXIS + (major ? 22 : 11), major ? 3 : 2, palette.ink),
    ),
    numbers,
    flag(to.likely, 'repaired', TOP, palette.safe),
    flag(from.likely, 'gives at', TOP + FLAG.height + 4, palette.over),
  ].join('');
}
