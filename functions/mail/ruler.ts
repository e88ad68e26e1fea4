import type { Estimate } from '#src/capacity/rating.ts';
import { place } from '#src/ui/ruler.ts';

/** A cell of the ruler's bar; `width` in percent. */
export interface Cell {
  /** holds: below the band · band: where it is likely to give · over: beyond */
  readonly zone: 'holds' | 'band' | 'over';
  readonly width: number;
  /** The marker of the rated load stands at its right edge. */
  readonly marked: boolean;
}

/** The bar of one ruler as table cells from left to right; their widths add up to 100. */
export function cells({ low, likely, high }: Estimate): readonly Cell[] {
  const edges = [0, place(low), place(likely), place(high), 100];
  const zones = ['holds', 'band', 'band', 'over'] as const;
  return zones
    .map((zone, i) => ({
      zone,
      width: round((edges[i + 1] ?? 100) - (edges[i] ?? 0)),
      marked: i === 1,
    }))
    .filter((cell) => cell.width > 0);
}

const round = (percent: number) => Math.round(percent * 100) / 100;
