interface Props {
  /** Where the pole stands, in percent. */
  readonly at: number;
  /** Upper edge of the flag and foot of the pole, in pixels. */
  readonly top: number;
  readonly foot: number;
  readonly text: string;
  readonly kind: 'today' | 'repaired';
}

const HEIGHT = 30;
const PADDING = 12;
/** Advance of one character of the figure face at the flag's 13 px. */
const LETTER = 9;

/** A load marked on the ruler: a pole with its number on a flag, turned to where there is room. */
export function RulerFlag({ at, top, foot, text, kind }: Props) {
  const width = Math.ceil(text.length * LETTER + 2 * PADDING);
  const left = at > 50;
  return (
    <svg
      aria-hidden="true"
      className={`ruler-flag ruler-flag-${kind}`}
      x={`${at}%`}
      y="0"
      overflow="visible"
    >
      <line x1="0" x2="0" y1={top} y2={foot} />
      <rect x={left ? -width : 0} y={top} width={width} height={HEIGHT} />
      <text x={left ? PADDING - width : PADDING} y={top + 20}>
        {text}
      </text>
    </svg>
  );
}
