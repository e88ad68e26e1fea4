import { site } from '#src/site.ts';
import { MODEL_VERSION } from '#src/capacity/model.ts';
import { type Card, SIZE } from './card.ts';
import { wrap, write } from './lettering.ts';
import { palette } from './palette.ts';
import { scale } from './scale.ts';

const LEFT = 72;
const RIGHT = SIZE.width - LEFT;

/** Sizes of the title, largest first; the first at which it takes at most two lines is used. */
const TITLES = [100, 92, 84, 72] as const;

const hatch = `<defs><pattern id="hatch" width="20" height="20" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="20" fill="${palette.over}" fill-opacity="0.42"/></pattern></defs>`;

/** The sign of the site, as Mark.astro draws it, and its name. */
const mark =
  `<g transform="translate(${LEFT} 56) scale(1.5)" fill="none" stroke="${palette.ink}" stroke-width="2">` +
  `<rect x="1.5" y="1.5" width="37" height="25" rx="3" fill="${palette.signal}"/>` +
  `<path d="M25 2h12a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H25z" fill="${palette.paper}" stroke="none"/>` +
  `<path d="M25 12.5 35.5 2M25 20 39 6M26.5 26 39 13.5M34 26l5-5"/><path d="M25 2v24M6 26v-5M11 26v-5M16 26v-8"/>` +
  `<rect x="1.5" y="1.5" width="37" height="25" rx="3"/></g>` +
  write(site.name.toUpperCase(), {
    face: 'name',
    size: 44,
    x: LEFT + 78,
    y: 92,
    fill: palette.ink,
  });

function title(text: string): string {
  const width = RIGHT - LEFT;
  const size = TITLES.find((each) => wrap(text, 'title', each, width).length <= 2) ?? 60;
  const lines = wrap(text, 'title', size, width);
  const middle = 234;
  const height = size * 0.98;
  const first = middle + size * 0.36 - ((lines.length - 1) * height) / 2;
  return lines
    .map((line, at) =>
      write(line, { face: 'title', size, x: LEFT, y: first + at * height, fill: palette.ink }),
    )
    .join('');
}

/** The social image of a page as SVG: the mark, the title, and the load ruler. */
export function draw(card: Card): string {
  const note = { face: 'figure', size: 18, fill: palette['ink-soft'] } as const;
  const unit = 'users at once';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}" viewBox="0 0 ${SIZE.width} ${SIZE.height}">`,
    hatch,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    mark,
    write(card.kind.toUpperCase(), { ...note, x: RIGHT, y: 86, anchor: 'end' }),
    title(card.title),
    scale(card),
    write(unit, { ...note, x: LEFT, y: 596 }),
    write(`An example app, by capacity model ${MODEL_VERSION}`, {
      ...note,
      x: RIGHT,
      y: 596,
      anchor: 'end',
    }),
    '</svg>',
  ].join('');
}
