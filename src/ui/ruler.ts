/**
 * Geometry of the load ruler: a log scale from 1 to 100,000 users at once. Across, everything is in
 * percent of the ruler's width, so that it fits any window while its letters keep their size.
 */

const DECADES = 5;

/** Units of the viewBox in which curves are drawn; it is stretched over the plot. */
export const PLOT = { width: 1000, height: 100 } as const;

/** Users at once: what gives in one of ten like it, in half of them, and in nine of ten. */
export interface Span {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Seconds that a screen takes at a number of users at once. */
export interface Reading {
  readonly users: number;
  readonly likely: number;
}

/** Where a number of users stands, in percent from the left; beyond the ends it stands at the end. */
export function place(users: number): number {
  const at = (Math.log10(Math.max(users, 1)) / DECADES) * 100;
  return Math.round(Math.min(at, 100) * 100) / 100;
}

export interface Tick {
  readonly at: number;
  readonly users: number;
  /** A power of ten: longer, and with its number. */
  readonly major: boolean;
}

/** One tick for each step of each decade, the last one at 100,000. */
export const ticks: readonly Tick[] = Array.from({ length: DECADES * 9 + 1 }, (_, i) => {
  const users = ((i % 9) + 1) * 10 ** Math.floor(i / 9);
  return { at: place(users), users, major: i % 9 === 0 };
});

/** "10,000", or "10k" where there is no room. */
export const tickLabel = (users: number, short: boolean): string =>
  short && users >= 1000 ? `${users / 1000}k` : users.toLocaleString('en');

/** Left and width in percent of what lies between two loads, never thinner than a line. */
export function band(low: number, high: number): { readonly at: number; readonly width: number } {
  const at = place(low);
  return { at, width: Math.max(Math.round((place(high) - at) * 100) / 100, 0.5) };
}

/** Path of a curve in `PLOT` units, with `top` seconds at the upper edge, where the curve is cut off. */
export function curve(readings: readonly Reading[], top: number): string {
  const drawn: string[] = [];
  let last: { x: number; seconds: number } | undefined;
  for (const { users, likely } of readings) {
    const x = (place(users) / 100) * PLOT.width;
    if (likely > top) {
      if (last) drawn.push(point(crossing(last, x, likely, top), 0));
      break;
    }
    drawn.push(point(x, PLOT.height * (1 - likely / top)));
    last = { x, seconds: likely };
  }
  return drawn.length > 1 ? `M${drawn.join('L')}` : '';
}

const point = (x: number, y: number) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Where the line from the last reading to the next one, which may be endless, passes the upper edge. */
function crossing(last: { x: number; seconds: number }, x: number, seconds: number, top: number) {
  if (!Number.isFinite(seconds)) return x;
  return last.x + ((x - last.x) * (top - last.seconds)) / (seconds - last.seconds);
}
